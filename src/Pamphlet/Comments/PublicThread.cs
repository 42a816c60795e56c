namespace Pamphlet.Comments;

/// <summary>A discussion as readers see it.</summary>
internal static class PublicThread
{
    /// <summary>Each page for itself: what a page shows must follow from what is on it.</summary>
    public static IEnumerable<Comment> OfPages(IEnumerable<Comment> comments) =>
        comments
            .GroupBy(comment => (comment.PostId, comment.Page))
            .OrderBy(page => page.Key.PostId.Value)
            .ThenBy(page => page.Key.Page)
            .SelectMany(Of);

    /// <summary>
    /// In thread order, without what waits, and without the places of deleted comments that nobody answered: such a place
    /// would tell that somebody spoke here, and keeps nothing in order.
    /// </summary>
    public static IReadOnlyList<Comment> Of(IEnumerable<Comment> comments)
    {
        var shown = comments
            .Where(comment => comment.State != CommentState.Pending)
            .OrderBy(comment => comment.PostId.Value)
            .ThenBy(comment => comment.ThreadPath, StringComparer.Ordinal)
            .ToList();

        // From the end: an answer stands after what it answers, so its parent is known to be needed in time.
        var needed = new HashSet<CommentId>();
        for (var i = shown.Count - 1; i >= 0; i--)
        {
            var comment = shown[i];
            if (comment.State != CommentState.Live && !needed.Contains(comment.Id))
            {
                shown.RemoveAt(i);
            }
            else if (comment.ParentId is { } parent)
            {
                needed.Add(parent);
            }
        }

        return shown;
    }
}
