using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Keys;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Corresponding;

/// <summary><c>/desk/letters</c>: who wrote, since when, and who still waits for the answer that was promised.</summary>
internal static class ShowMail
{
    public static async Task<IResult> ShowAsync(
        Visit visit,
        PostOffice office,
        OpenMail mail,
        Database database,
        CancellationToken cancel
    )
    {
        var words = visit.Words.Letters;
        var ring = office.Keyring;
        var me = CheckRing.NameOf(visit.Editor.Id);
        if (!ring.Holders.Any(holder => string.Equals(holder.Name, me, StringComparison.Ordinal)))
        {
            return visit.Page(words.Title, () => new Letters_Corresponding_NoKeysPage { Model = (visit, ring.IsMade) });
        }

        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false);
        }

        var notes = mail.Notes();
        var names = await NamesAsync(visit, database, cancel);
        var lines = mail
            .Threads.Select(thread => (thread, Of: mail.Of(notes, thread)))
            .Select(pair => new ThreadLine(
                pair.thread,
                pair.thread.Unanswered(pair.Of).Count,
                pair.Of,
                names.GetValueOrDefault(pair.Of.Owner, ""),
                notes.Paper(pair.thread)
            ))
            .ToList();
        var isFolded = visit.Context.Request.Query.ContainsKey("folded");
        var model = new MailModel(visit, lines, isFolded, HasSisters: office.Sisters is not null);
        return visit.Page(words.Title, () => new Letters_Corresponding_MailPage { Model = model });
    }

    /// <summary>The editors who correspond, by the name under which they have a key.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        Visit visit,
        Database database,
        CancellationToken cancel
    )
    {
        var editors = await database
            .Set<Editor>()
            .AsNoTracking()
            .Where(editor => editor.PublicationId == visit.Paper.Id)
            .ToListAsync(cancel);
        return editors
            .Where(editor => editor.Acts.Has(Act.Correspond))
            .ToDictionary(editor => CheckRing.NameOf(editor.Id), editor => editor.Name, StringComparer.Ordinal);
    }
}

/// <param name="Waiting">How many letters of it want an answer and have none.</param>
/// <param name="Owner">Who answers, or empty.</param>
/// <param name="Paper">Null: no paper, or one that nobody knows yet.</param>
internal sealed record ThreadLine(MailThread Thread, int Waiting, ThreadNotes Notes, string Owner, PaperContact? Paper)
{
    public bool IsFolded => Notes.IsFolded || Paper is { IsRefused: true };

    /// <summary>Of a paper of which nobody said yet who it is.</summary>
    public bool IsNew => Thread.IsPaper && Paper is null && !IsFolded;
}

/// <param name="HasSisters">Whether there is a way from this desk to other papers.</param>
internal sealed record MailModel(Visit Visit, IReadOnlyList<ThreadLine> Lines, bool IsFoldedShown, bool HasSisters)
{
    public IEnumerable<ThreadLine> New => Lines.Where(line => line.IsNew);

    /// <summary>The one that waits longest first.</summary>
    public IEnumerable<ThreadLine> Waiting =>
        Lines
            .Where(line => line is { Waiting: > 0, IsFolded: false, IsNew: false })
            .OrderBy(line => line.Thread.Oldest);

    public IEnumerable<ThreadLine> Answered =>
        Lines.Where(line => line is { Waiting: 0, IsFolded: false, IsNew: false });

    public IEnumerable<ThreadLine> Folded => Lines.Where(line => line.IsFolded);
}
