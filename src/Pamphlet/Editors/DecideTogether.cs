using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>Asks for, agrees to and withdraws what cannot be undone; carries it out when enough agree.</summary>
internal sealed class DecideTogether(
    Database database,
    IEnumerable<GraveKind> kinds,
    IServiceProvider services,
    TimeProvider time
)
{
    // Who was brought in a week ago was brought in before today's quarrel, or fright.
    private const int DaysUntilVoice = 7;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Asks for an act in the visitor's name, and carries it out at once where their voice is enough.</summary>
    /// <returns>Whether it was done; else it waits.</returns>
    public async Task<bool> AskAsync(Visit visit, GraveKind kind, string subject, CancellationToken cancellationToken)
    {
        var paper = visit.Paper.Id;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ForgetOldAsync(paper, cancellationToken);
        var act = await database
            .Set<GraveAct>()
            .FirstOrDefaultAsync(
                one => one.PublicationId == paper && one.Kind == kind.Name && one.Subject == subject,
                cancellationToken
            );
        if (act is null)
        {
            act = new GraveAct
            {
                PublicationId = paper,
                Id = RowIds.New<GraveActId>(),
                Kind = kind.Name,
                Subject = subject,
                AskedBy = visit.Editor.Id,
                EndsOn = Today.AddDays(GraveAct.Life),
            };
            database.Add(act);
            await database.SaveChangesAsync(cancellationToken);
        }

        var isDone = await AgreeAsync(act, visit, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isDone;
    }

    /// <returns>Null: there is no such act any more; else whether it was done.</returns>
    public async Task<bool?> AgreeAsync(GraveActId id, Visit visit, CancellationToken cancellationToken)
    {
        var paper = visit.Paper.Id;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var act = await database
            .Set<GraveAct>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                one => one.PublicationId == paper && one.Id == id && one.EndsOn >= Today,
                cancellationToken
            );
        if (act is null)
        {
            return null;
        }

        var isDone = await AgreeAsync(act, visit, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isDone;
    }

    /// <summary>Takes a voice back; an act without one is forgotten.</summary>
    public async Task WithdrawAsync(GraveActId id, Visit visit, CancellationToken cancellationToken)
    {
        var (paper, me) = (visit.Paper.Id, visit.Editor.Id);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await VoicesOf(paper, id).Where(voice => voice.EditorId == me).ExecuteDeleteAsync(cancellationToken);
        if (!await VoicesOf(paper, id).AnyAsync(cancellationToken))
        {
            await ActOf(paper, id).ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What waits.</summary>
    public async Task<IReadOnlyList<WaitingAct>> WaitingAsync(Visit visit, CancellationToken cancellationToken)
    {
        var paper = visit.Paper.Id;
        await ForgetOldAsync(paper, cancellationToken);
        var acts = await database
            .Set<GraveAct>()
            .AsNoTracking()
            .Where(act => act.PublicationId == paper)
            .OrderBy(act => act.EndsOn)
            .ToListAsync(cancellationToken);
        var names = await database
            .Set<Editor>()
            .Where(editor => editor.PublicationId == paper)
            .ToDictionaryAsync(editor => editor.Id, editor => editor.UserName ?? "", cancellationToken);
        var waiting = new List<WaitingAct>();
        foreach (var act in acts)
        {
            var kind = kinds.FirstOrDefault(one => string.Equals(one.Name, act.Kind, StringComparison.Ordinal));
            var subject = new GraveSubject(database, paper, act.Subject, visit.Words);
            if (kind is null || await kind.Describe(subject, cancellationToken) is not { } said)
            {
                continue;
            }

            var agreed = await VoicesOf(paper, act.Id).Select(voice => voice.EditorId).ToListAsync(cancellationToken);
            waiting.Add(
                new WaitingAct(
                    act,
                    said,
                    names.GetValueOrDefault(act.AskedBy, "?"),
                    [.. agreed.Select(id => names.GetValueOrDefault(id, "?")).Order(StringComparer.CurrentCulture)],
                    agreed.Contains(visit.Editor.Id)
                )
            );
        }

        return waiting;
    }

    /// <summary>The number that the collective settled.</summary>
    public async Task<int> SettledAsync(PublicationId paper, CancellationToken cancellationToken) =>
        await database
            .Set<Agreement>()
            .Where(one => one.PublicationId == paper)
            .Select(one => (int?)one.Voices)
            .FirstOrDefaultAsync(cancellationToken)
        ?? Agreement.Usual;

    /// <summary>How many must agree today: as many as settled, but no more than there are voices.</summary>
    public async Task<int> NeededAsync(PublicationId paper, CancellationToken cancellationToken) =>
        Math.Max(
            1,
            Math.Min(
                await SettledAsync(paper, cancellationToken),
                (await WithVoiceAsync(paper, cancellationToken)).Count
            )
        );

    /// <summary>
    /// Who has a voice: who has been here for a week, and who came in the paper's first week. Else somebody who may invite could
    /// bring in as many friends as it takes.
    /// </summary>
    public async Task<IReadOnlySet<EditorId>> WithVoiceAsync(PublicationId paper, CancellationToken cancellationToken)
    {
        var all = await database
            .Set<Editor>()
            .Where(editor => editor.PublicationId == paper)
            .Select(editor => new { editor.Id, editor.JoinedOn })
            .ToListAsync(cancellationToken);
        var first = all.Min(editor => editor.JoinedOn);
        return all.Where(editor =>
                Today.DayNumber - editor.JoinedOn.DayNumber >= DaysUntilVoice
                || editor.JoinedOn.DayNumber - first.DayNumber < DaysUntilVoice
            )
            .Select(editor => editor.Id)
            .ToHashSet();
    }

    private async Task<bool> AgreeAsync(GraveAct act, Visit visit, CancellationToken cancellationToken)
    {
        var (paper, me) = (act.PublicationId, visit.Editor.Id);

        // Two who agree at the same moment would each not see the other's voice: the second waits here for the first.
        await ActOf(paper, act.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Turn, one => one.Turn + 1), cancellationToken);
        if (!await VoicesOf(paper, act.Id).AnyAsync(voice => voice.EditorId == me, cancellationToken))
        {
            database.Add(
                new GraveVoice
                {
                    PublicationId = paper,
                    ActId = act.Id,
                    EditorId = me,
                }
            );
            await database.SaveChangesAsync(cancellationToken);
        }

        var counts = await WithVoiceAsync(paper, cancellationToken);
        var agreed = await VoicesOf(paper, act.Id).Select(voice => voice.EditorId).ToListAsync(cancellationToken);
        if (agreed.Count(counts.Contains) < await NeededAsync(paper, cancellationToken))
        {
            return false;
        }

        await VoicesOf(paper, act.Id).ExecuteDeleteAsync(cancellationToken);
        if (await ActOf(paper, act.Id).ExecuteDeleteAsync(cancellationToken) != 1)
        {
            return false;
        }

        database.ChangeTracker.Clear();
        var kind = kinds.First(one => string.Equals(one.Name, act.Kind, StringComparison.Ordinal));
        await kind.CarryOut(new GraveSubject(database, paper, act.Subject, visit.Words), services, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private Task<int> ForgetOldAsync(PublicationId paper, CancellationToken cancellationToken) =>
        database
            .Set<GraveAct>()
            .Where(act => act.PublicationId == paper && act.EndsOn < Today)
            .ExecuteDeleteAsync(cancellationToken);

    private IQueryable<GraveAct> ActOf(PublicationId paper, GraveActId id) =>
        database.Set<GraveAct>().Where(act => act.PublicationId == paper && act.Id == id);

    private IQueryable<GraveVoice> VoicesOf(PublicationId paper, GraveActId id) =>
        database.Set<GraveVoice>().Where(voice => voice.PublicationId == paper && voice.ActId == id);
}

/// <param name="Said">What would be done, in a sentence.</param>
/// <param name="IsMine">Whether the visitor has agreed.</param>
internal sealed record WaitingAct(GraveAct Act, string Said, string AskedBy, IReadOnlyList<string> Agreed, bool IsMine);
