namespace Pamphlet.Reading;

/// <summary>One page of the discussion under a text.</summary>
/// <param name="Number">From 1.</param>
internal sealed record DiscussionPage(Sheet Sheet, Article Article, int Number)
{
    public IReadOnlyList<ShownComment> Comments { get; } =
    [.. Article.Comments.Where(comment => comment.Page == Number)];

    public bool HasNext => Number < Article.Card.DiscussionPages;

    /// <summary>A link to a page of this discussion, from this page.</summary>
    public string To(int number) => Sheet.To(Files.Discussion(Article.Card.Path, number));

    /// <summary>The form for a comment under this text.</summary>
    public string Form => $"{Sheet.To(Files.Comment)}?post={Uri.EscapeDataString(Article.Card.Path.Value)}";
}
