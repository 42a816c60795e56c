namespace Pamphlet.Reading;

/// <summary>A comment and what stands right above it.</summary>
/// <param name="Above">The <see cref="ShownComment.PublicId"/> of the comment before it, or null.</param>
internal sealed record CommentInThread(DiscussionPage Page, ShownComment Comment, string? Above)
{
    public Sheet Sheet => Page.Sheet;

    /// <summary>Where the comment stands that it answers, from this page.</summary>
    public string ToParent =>
        Comment.ParentPage == Comment.Page
            ? $"#c{Comment.ParentId}"
            : $"{Page.To(Comment.ParentPage)}#c{Comment.ParentId}";

    /// <summary>Whether an answer can be written: not under a place that is kept, nor where the discussion is closed.</summary>
    public bool TakesAnswers => Comment.State == ShownCommentState.Live && Page.Article.Card.CommentsOpen;

    /// <summary>Deeper answers stand no further in: a phone has room for no more.</summary>
    private const int DeepestIndent = 5;

    public string Indent =>
        $"d{Math.Min(Comment.Depth, DeepestIndent).ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Whether its place alone does not show what it answers.</summary>
    public bool MustNameParent =>
        Comment.ParentId is not null
        && (Comment.Depth > DeepestIndent || !string.Equals(Comment.ParentId, Above, StringComparison.Ordinal));
}
