using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary><c>POST /desk/letter-keys/ahead</c>: keys of the coming weeks are drawn and published; or all of them anew.</summary>
internal static class PublishAhead
{
    public static async Task<IResult> TakeAsync(
        Visit visit,
        PostOffice office,
        CheckRing check,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        using var ring = await check.OpenAsync(visit, cancel);
        if (ring is null)
        {
            var complaints = new Complaints();
            complaints.Add("ring-ahead", visit.Words.LetterKeys.WrongPassphrase);
            return await ShowKeys.PageAsync(visit, office, database, time, complaints, cancel);
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var isAnew = string.Equals(visit.Form["do"], "renew", StringComparison.Ordinal);
        var keys = isAnew
            ? EpochWeeks.Renew(office.Keyring, ring, today)
            : EpochWeeks.Extend(office.Keyring, ring, today);
        var words = visit.Words.LetterKeys;
        var isThere = await office.Publish(keys, cancel);
        return visit.SeeOther(
            KeysDesk.Path,
            !isThere ? words.NotSent
                : isAnew ? words.Renewed
                : words.Extended
        );
    }
}
