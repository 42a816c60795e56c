namespace Pamphlet.Reading.Feeds;

/// <summary>The names under which feeds tell of comments.</summary>
internal static class CommentEntryId
{
    private const string Blogger = "tag:blogger.com,1999:blog-";

    /// <summary>
    /// A comment that came from Blogger keeps the name it had there, or every reader's program would show the whole thread as
    /// new.
    /// </summary>
    public static string Of(Paper paper, Card card, string publicId) =>
        paper.FeedId.StartsWith(Blogger, StringComparison.Ordinal) && publicId.All(char.IsAsciiDigit)
            ? $"{paper.FeedId}.post-{publicId}"
            : $"{card.EntryId}{Mark(card)}c{Uri.EscapeDataString(publicId)}";

    public static string FeedOf(Card card) => $"{card.EntryId}{Mark(card)}comments";

    // An address has one fragment at most.
    private static char Mark(Card card) => card.EntryId.Contains('#', StringComparison.Ordinal) ? '-' : '#';
}
