using Pamphlet.Posts;

namespace Pamphlet.Reading.Touching;

/// <summary>The later pages of discussions. (The first is on the text's page, which goes with its text.)</summary>
internal static class TouchedDiscussions
{
    public static void Collect(
        CatalogueDifference difference,
        IReadOnlyDictionary<PostId, IReadOnlySet<int>>? onlyPages,
        TouchedFilesBuilder files
    )
    {
        foreach (var card in difference.Old)
        {
            var left =
                difference.After.TryGet(card.Id, out var now) && now.Path.Equals(card.Path) ? now.DiscussionPages : 1;
            for (var gone = Math.Max(2, left + 1); gone <= card.DiscussionPages; gone++)
            {
                files.Drop(Files.Discussion(card.Path, gone));
            }
        }

        foreach (var card in difference.New.Where(card => card.Kind.HasDiscussion()))
        {
            files.Write(DiscussionPlans.Later(card, PagesOf(card, difference, onlyPages)));
        }
    }

    // A page that was the last one, or is now, has another pager.
    private static HashSet<int>? PagesOf(
        Card card,
        CatalogueDifference difference,
        IReadOnlyDictionary<PostId, IReadOnlySet<int>>? onlyPages
    ) =>
        onlyPages?.GetValueOrDefault(card.Id) is { } pages && difference.Before.TryGet(card.Id, out var before)
            ?
            [
                .. pages,
                .. before.DiscussionPages == card.DiscussionPages
                    ? []
                    : Enumerable.Range(
                        Math.Min(before.DiscussionPages, card.DiscussionPages),
                        Math.Abs(before.DiscussionPages - card.DiscussionPages) + 1
                    ),
            ]
            : null;
}
