using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary><c>/desk/letter-keys</c>: which keys there are, who has them, and what can be done with them.</summary>
internal static class ShowKeys
{
    public static async Task<IResult> ShowAsync(
        Visit visit,
        PostOffice office,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    ) => await PageAsync(visit, office, database, time, new Complaints(), cancel);

    /// <summary>The page, with what is wrong with a form of it beside the field.</summary>
    public static async Task<DeskPage> PageAsync(
        Visit visit,
        PostOffice office,
        Database database,
        TimeProvider time,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var editors = await database
            .Set<Editor>()
            .AsNoTracking()
            .Where(editor => editor.PublicationId == visit.Paper.Id)
            .OrderBy(editor => editor.NormalizedUserName)
            .ToListAsync(cancel);
        var ring = office.Keyring;
        var holders = ring.Holders.Select(holder => holder.Name).ToHashSet(StringComparer.Ordinal);
        var model = new KeysModel(
            visit,
            ring.IsMade,
            office.Published(),
            today,
            [
                .. holders.Select(name => new HolderLine(
                    name,
                    editors.Find(editor => IsNamed(editor, name))?.Name ?? "",
                    IsMe: string.Equals(name, CheckRing.NameOf(visit.Editor.Id), StringComparison.Ordinal)
                )),
            ],
            [
                .. editors.Where(editor =>
                    (editor.Acts.Has(Act.Correspond) || editor.Acts.Has(Act.KeepKeys))
                    && !holders.Contains(CheckRing.NameOf(editor.Id))
                ),
            ],
            Past(ring, today).Select(epoch => epoch.From).Distinct().Count(),
            complaints
        );
        return visit.Page(
            visit.Words.LetterKeys.Title,
            () => new Letters_Keys_KeysPage { Model = model },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    /// <summary>Without a key for today nobody can write, and no page of the paper invites anybody to.</summary>
    public static Task<IReadOnlyList<WaitingThing>> WaitingAsync(
        Visit visit,
        Database database,
        CancellationToken cancel
    )
    {
        var services = visit.Context.RequestServices;
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var isOpen = PublishedKeys.For(services.GetRequiredService<PostOffice>().Published(), today) is not null;
        return Task.FromResult<IReadOnlyList<WaitingThing>>(
            isOpen ? [] : [new WaitingThing(KeysDesk.Path, visit.Words.LetterKeys.NobodyCanWrite)]
        );
    }

    /// <summary>Epochs whose last day is behind us: those that the next Monday ended.</summary>
    public static IEnumerable<(string File, DateOnly From)> Past(Keyring ring, DateOnly today) =>
        ring.EpochFiles.Where(epoch => epoch.From < EpochWeeks.Monday(today));

    private static bool IsNamed(Editor editor, string name) =>
        string.Equals(CheckRing.NameOf(editor.Id), name, StringComparison.Ordinal);
}

internal sealed record KeysModel(
    Visit Visit,
    bool IsMade,
    EpochKeys? Published,
    DateOnly Today,
    IReadOnlyList<HolderLine> Holders,
    IReadOnlyList<Editor> MayBeLet,
    int PastEpochs,
    Complaints Complaints
)
{
    /// <summary>The last day for which readers have a key.</summary>
    public DateOnly? Until => Published?.Keys[^1].From.AddDays(6);

    /// <summary>Fewer than three weeks are left: a journey is enough to leave readers without a key.</summary>
    public bool IsShort => Until is { } until && until.DayNumber - Today.DayNumber < 21;

    public bool MayUse => Holders.Any(holder => holder.IsMe);
}

/// <param name="Editor">What the collective calls them, or empty: nobody at this desk.</param>
internal sealed record HolderLine(string Name, string Editor, bool IsMe);
