using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary>
/// <c>POST /desk/letter-keys/let</c>: an editor gets the keys under a passphrase that is drawn and shown once; somebody who has
/// them gets a new one for themselves.
/// </summary>
internal static class LetCorrespondent
{
    public const string EditorField = "editor";

    public static async Task<IResult> LetAsync(
        Visit visit,
        PostOffice office,
        CheckRing check,
        Corresponding.UnlockedKeys unlocked,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var words = visit.Words.LetterKeys;
        var complaints = new Complaints();
        var editor = await FindAsync(visit, database, cancel);
        if (editor is null)
        {
            complaints.Add(EditorField, visit.Words.Form.Missing);
        }

        using var ring = complaints.IsEmpty ? await check.OpenAsync(visit, cancel) : null;
        if (editor is not null && ring is null)
        {
            complaints.Add("ring-let", words.WrongPassphrase);
        }

        if (editor is null || ring is null)
        {
            return await ShowKeys.PageAsync(visit, office, database, time, complaints, cancel);
        }

        var drawn = Passphrase.Draw();
        var isMyself = string.Equals(ring.Holder, CheckRing.NameOf(editor.Id), StringComparison.Ordinal);
        _ = await check.AloneAsync(
            () =>
            {
                using var passphrase = CheckRing.Bytes(drawn);
                var notes = office.Notebook.Read(ring);
                office.Keyring.Let(ring, CheckRing.NameOf(editor.Id), passphrase);
                return office.Notebook.Write(ring, office.Keyring.Recipients(), notes);
            },
            cancel
        );
        if (isMyself)
        {
            // What this session had open was opened with the old key.
            unlocked.Lock(visit);
        }

        var model = new LetModel(visit, editor.Name, drawn);
        return visit.Page(words.LetTitle, () => new Letters_Keys_LetPage { Model = model });
    }

    private static async Task<Editor?> FindAsync(Visit visit, Database database, CancellationToken cancel)
    {
        if (
            !long.TryParse(
                visit.Form[EditorField],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var id
            )
        )
        {
            return null;
        }

        var found = await database
            .Set<Editor>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                editor => editor.PublicationId == visit.Paper.Id && editor.Id == new EditorId(id),
                cancel
            );
        return found is not null && (found.Acts.Has(Act.Correspond) || found.Acts.Has(Act.KeepKeys)) ? found : null;
    }
}

internal sealed record LetModel(Visit Visit, string Name, string Passphrase);
