using System.Globalization;
using Pamphlet.Comments;
using Pamphlet.Imports.Entries;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>Decides which comments are kept, in which state, and where each stands in its thread.</summary>
internal sealed class PlanComments(
    SourceBlog blog,
    Survey survey,
    KnownPaper known,
    NamePeople people,
    IReadOnlyDictionary<string, TextPlan> texts,
    Tally tally
)
{
    /// <summary>Answers to answers to answers … : deeper ones stand beside what they answer. Blogger itself shows two steps.</summary>
    private const int MostDepth = 32;

    /// <summary>How many refused comments in a row may lie between an answer and what it answers.</summary>
    private const int MostSkipped = 100;

    private readonly Dictionary<string, CommentPlan> plans = new(StringComparer.Ordinal);

    /// <returns>By the comment's number.</returns>
    public Dictionary<string, CommentPlan> All()
    {
        // As they were written: an answer comes after what it answers, whatever its date says.
        var waiting = survey
            .Comments.Values.Where(IsKept)
            .OrderBy(comment => comment.Published ?? comment.Updated ?? DateTimeOffset.MaxValue)
            .ThenBy(comment => comment.Number.Length)
            .ThenBy(comment => comment.Number, StringComparer.Ordinal);
        foreach (var comment in waiting)
        {
            PlaceWithWhatItAnswers(comment);
        }

        return plans;
    }

    private bool IsKept(SourceEntry comment)
    {
        var why =
            comment.Status == EntryStatus.Refused ? "advertising or hidden comment"
            : !texts.ContainsKey(comment.Parent ?? "") ? "comment without its text"
            : null;
        if (why is not null)
        {
            tally.DroppedComments++;
            tally.Drop(why);
        }

        return why is null;
    }

    private void PlaceWithWhatItAnswers(SourceEntry comment)
    {
        // Upwards first, then down again: a date may be older than what it answers. A circle ends where it began.
        var chain = new Stack<SourceEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (
            var next = comment;
            next is not null && !plans.ContainsKey(next.Number) && seen.Add(next.Number);
            next = Answered(next)
        )
        {
            chain.Push(next);
        }

        while (chain.TryPop(out var place))
        {
            Place(place);
        }
    }

    /// <summary>The nearest comment above it that is kept and stands under the same text.</summary>
    private SourceEntry? Answered(SourceEntry comment)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { comment.Number };
        var above = comment.InReplyTo;
        while (
            above is not null
            && seen.Count < MostSkipped
            && seen.Add(above)
            && survey.Comments.TryGetValue(above, out var parent)
        )
        {
            if (
                string.Equals(parent.Parent, comment.Parent, StringComparison.Ordinal)
                && parent.Status != EntryStatus.Refused
            )
            {
                return parent;
            }

            above = parent.InReplyTo;
        }

        return null;
    }

    private void Place(SourceEntry comment)
    {
        var text = texts[comment.Parent!];
        var sourceId = $"{blog.System}:{blog.Number}/{comment.Number}";
        var before = known.Comments.GetValueOrDefault(sourceId);
        var parent = Answered(comment) is { } answered ? plans.GetValueOrDefault(answered.Number) : null;
        while (parent?.Depth >= MostDepth)
        {
            parent = parent.Parent;
        }

        var by = people.Among(comment.Author);
        var path = before?.ThreadPath ?? NextPath(text, parent);
        parent?.IsAnswered = true;
        plans.Add(
            comment.Number,
            new CommentPlan(
                comment,
                text,
                sourceId,
                before?.Id ?? RowIds.New<CommentId>(),
                before,
                parent,
                parent is null ? 0 : parent.Depth + 1,
                path,
                StateOf(comment, text),
                by
            )
        );
    }

    private string NextPath(TextPlan text, CommentPlan? parent)
    {
        var place = new ThreadPlace(text.Id, parent?.ThreadPath ?? "");
        var number = known.LastAnswers[place] = known.LastAnswers.GetValueOrDefault(place) + 1;
        return place.ThreadPath + number.ToString("D6", CultureInfo.InvariantCulture);
    }

    private static CommentState StateOf(SourceEntry comment, TextPlan text) =>
        comment.IsRemoved ? CommentState.Removed
        : comment.Status == EntryStatus.Live && text.IsPublic ? CommentState.Live
        : CommentState.Pending;
}
