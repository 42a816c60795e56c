using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Editors;

namespace Pamphlet.Letters.Keys;

/// <summary>
/// <c>POST /desk/letter-keys/destroy</c>: together, the secrets of weeks that were read are overwritten, or all there are. It is
/// what deletes letters: the mailbag, its copies and its backups keep them, and nobody opens them again.
/// </summary>
internal static class DestroyKeys
{
    /// <summary>The subject: a Monday. Epochs that began before it go.</summary>
    public static GraveKind Past { get; } = new("destruction of past letters", DescribePastAsync, DestroyPastAsync);

    /// <summary>The subject: the paper's fingerprint.</summary>
    public static GraveKind All { get; } = new("destruction of all letter keys", DescribeAllAsync, DestroyAllAsync);

    private const string Day = "yyyy-MM-dd";

    public static async Task<IResult> AskAsync(
        Visit visit,
        PostOffice office,
        DecideTogether together,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var isAll = string.Equals(visit.Form["what"], "all", StringComparison.Ordinal);
        var (kind, subject) = isAll
            ? (All, office.Published()?.Signer.Fingerprint ?? "-")
            : (Past, Before(today, visit.Form["keep"]).ToString(Day, CultureInfo.InvariantCulture));
        var isDone = await together.AskAsync(visit, kind, subject, cancel);
        return visit.SeeOther(isDone ? KeysDesk.Path : "/desk/together", visit.Words.Together.Said(isDone));
    }

    // Weeks that somebody still wants to read stay; this week always does.
    private static DateOnly Before(DateOnly today, string keep)
    {
        var weeks = int.TryParse(keep, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return EpochWeeks.Monday(today).AddDays(-7 * Math.Min(weeks, EpochWeeks.Ahead));
    }

    private static Task<string?> DescribePastAsync(GraveSubject subject, CancellationToken cancel) =>
        Task.FromResult<string?>(subject.Words.LetterKeys.DestroyPastSaid.With("date", subject.Text));

    private static Task<string?> DescribeAllAsync(GraveSubject subject, CancellationToken cancel) =>
        Task.FromResult<string?>(subject.Words.LetterKeys.DestroyAllSaid);

    private static async Task DestroyPastAsync(
        GraveSubject subject,
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        var before = DateOnly.ParseExact(subject.Text, Day, CultureInfo.InvariantCulture);
        var office = services.GetRequiredService<PostOffice>();
        var ring = office.Keyring;
        ring.Destroy(ring.EpochFiles.Where(epoch => epoch.From < before).Select(epoch => epoch.File));
        services.GetRequiredService<Corresponding.UnlockedKeys>().LockAll();

        // What cannot be opened any more needs no room. Where it does not get there, the bag frees it itself after five weeks.
        _ = await office.Forget(before, cancel);
    }

    private static async Task DestroyAllAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        var office = services.GetRequiredService<PostOffice>();
        office.Keyring.DestroyAll();
        office.Notebook.Destroy();
        services.GetRequiredService<Corresponding.UnlockedKeys>().LockAll();
        await office.Publish(null, cancel);
    }
}
