using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Desk.Words;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>POST /desk/comments</c>: one press decides one comment, all that are like it, or all that are ticked.</summary>
internal static class TakeDecision
{
    public static async Task<IResult> TakeAsync(
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var words = visit.Words.Moderating;
        var form = visit.Form;
        var decide = new DecideComment(database, visit.Paper.Id, time);
        var (act, on) = Pressed(form["do"]);
        var editor = visit.Editor.Id.Value;
        var (back, seen) = string.Equals(form["from"], "decided", StringComparison.Ordinal)
            ? (ShowDecided.AddressOf(form[ShowDecided.FindField]), CommentState.Live)
            : ("/desk/comments", CommentState.Pending);
        if (string.Equals(act, "restore", StringComparison.Ordinal) && on is { } restored)
        {
            return visit.SeeOther(
                back,
                Said(await decide.RestoreAsync(restored, Note(form), editor, cancellationToken), 1, words)
            );
        }

        RemovalReason? because = null;
        if (act is "remove" or "remove-alike" or "remove-all")
        {
            if (!Enum.TryParse<RemovalReason>(form["because"], out var reason) || !Enum.IsDefined(reason))
            {
                return visit.SeeOther(back, words.ChooseReason);
            }

            because = reason;
        }

        var queue = new Queue(database, visit.Paper.Id);
        IReadOnlyList<CommentId> ids = (act, on) switch
        {
            ("publish" or "remove", { } one) => [one],
            ("remove-alike", { } like) => await queue.LikeAsync(like, cancellationToken),
            ("publish-all" or "remove-all", _) => [.. form.All("tick").Select(Id).OfType<CommentId>()],
            _ => [],
        };
        var worst = Decided.Done;
        foreach (var id in ids)
        {
            var decided = await decide.RunAsync(id, seen, because, Note(form), editor, cancellationToken);
            worst = decided > worst ? decided : worst;
        }

        return visit.SeeOther(back, ids.Count == 0 ? words.NothingTicked : Said(worst, ids.Count, words));
    }

    private static string Said(Decided decided, int count, ModeratingWords words) =>
        decided switch
        {
            Decided.Done => words.Done.With("count", count.ToString(CultureInfo.InvariantCulture)),
            Decided.Already => words.AlreadyDecided,
            Decided.WaitsForAnother => words.WaitsForAnother,
            Decided.Gone => words.TakenBackMeanwhile,
            _ => throw new ArgumentOutOfRangeException(nameof(decided)),
        };

    private static string Note(DeskForm form)
    {
        var note = Rendering.CleanText.Of(form["note"]).ReplaceLineEndings(" ").Trim();
        return note.Length > 200 ? note[..200] : note;
    }

    private static (string Act, CommentId? On) Pressed(string pressed)
    {
        var parts = pressed.Split(' ', 2);
        return (parts[0], parts.Length == 2 ? Id(parts[1]) : null);
    }

    private static CommentId? Id(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new CommentId(id) : null;
}
