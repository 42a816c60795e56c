using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Writing.Texts;

/// <summary>
/// What somebody typed and has not saved: from a page whose script keeps it, or the other version where two saved at once. It is
/// named by the sitting, a number that the page drew when it was opened, and by nobody's account.
/// </summary>
internal sealed class UnsavedText
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    public required string Sitting { get; init; }

    public required string Title { get; set; }

    public required string Subtitle { get; set; }

    public required string Summary { get; set; }

    public required string Markdown { get; set; }

    /// <summary>The day, as with revisions.</summary>
    public required DateOnly KeptOn { get; set; }

    public DraftWords Words => new(Title, Subtitle, Summary, Markdown);
}
