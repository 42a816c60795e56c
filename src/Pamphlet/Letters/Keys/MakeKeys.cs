using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Seal;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Keys;

/// <summary><c>POST /desk/letter-keys/make</c>: the paper's keys are made here, or come back from paper, and readers can write.</summary>
internal static class MakeKeys
{
    public const string WordsField = "paper-words";

    public static async Task<IResult> MakeAsync(
        Visit visit,
        PostOffice office,
        CheckRing check,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var complaints = new Complaints();
        NewAccount.JudgePassphrase(visit, visit.Form.Raw(Passphrase.Field), visit.Editor.Name, complaints);
        using var seed = ReadWords(visit, complaints);
        if (office.Keyring.IsMade)
        {
            return visit.SeeOther(KeysDesk.Path, visit.Words.LetterKeys.AreThere);
        }

        using var signer = seed is null ? null : LettersIdentity.FromSeed(seed.Span);
        if (office.Published() is { } published && !Same(published, signer))
        {
            complaints.Add(WordsField, visit.Words.LetterKeys.OtherSigner);
        }

        if (!complaints.IsEmpty)
        {
            return await ShowKeys.PageAsync(visit, office, database, time, complaints, cancel);
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var keys = await check.AloneAsync(
            () =>
            {
                using var passphrase = CheckRing.Bytes(visit.Form.Raw(Passphrase.Field));
                using var ring = office.Keyring.Make(CheckRing.NameOf(visit.Editor.Id), passphrase, seed);
                return EpochWeeks.Extend(office.Keyring, ring, today);
            },
            cancel
        );
        var isThere = await office.Publish(keys, cancel);
        return visit.SeeOther(KeysDesk.Path, isThere ? visit.Words.LetterKeys.Made : visit.Words.LetterKeys.NotSent);
    }

    // A ring that signs as somebody else would take the letters of a paper whose keys lie elsewhere.
    private static bool Same(EpochKeys published, LettersIdentity? signer) =>
        signer is not null && published.Signer.Paper.Equals(signer.Public.Paper);

    private static SecretBytes? ReadWords(Visit visit, Complaints complaints)
    {
        var typed = visit.Form.Raw(WordsField);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        using var bytes = CheckRing.Bytes(typed);
        if (PaperWords.TryRead(bytes.Span, out var seed, out var word))
        {
            return seed;
        }

        var words = visit.Words.LetterKeys;
        complaints.Add(WordsField, word > 0 ? words.UnknownWord.With("number", $"{word}") : words.NoPaperWords);
        return null;
    }
}
