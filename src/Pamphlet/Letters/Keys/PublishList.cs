using System.Text;
using Pamphlet.Desk;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary><c>POST /desk/letter-keys/publish</c>: a list that was signed elsewhere, where the keys are.</summary>
internal static class PublishList
{
    public const string ListField = "list";

    public static async Task<IResult> TakeAsync(
        Visit visit,
        PostOffice office,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var words = visit.Words.LetterKeys;
        var typed = Encoding.UTF8.GetBytes($"{visit.Form.Text(ListField).Trim()}\n");
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var complaints = new Complaints();
        if (!EpochKeys.TryRead(typed, out var list))
        {
            complaints.Add(ListField, words.NoList);
        }
        else if (office.Published() is { } before && !before.Signer.Paper.Equals(list.Signer.Paper))
        {
            complaints.Add(ListField, words.OtherSigner);
        }
        else if (list.At(today) is null || list.Keys[^1].From.AddDays(6) < today)
        {
            complaints.Add(ListField, words.NotToday);
        }

        if (list is not null && complaints.IsEmpty && !await office.Publish(list, cancel))
        {
            complaints.Add(ListField, words.OlderList);
        }

        return list is null || !complaints.IsEmpty
            ? await ShowKeys.PageAsync(visit, office, database, time, complaints, cancel)
            : visit.SeeOther(KeysDesk.Path, words.Published.With("fingerprint", list.Signer.Fingerprint));
    }
}
