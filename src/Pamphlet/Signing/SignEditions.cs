using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>Signs each edition before it becomes current: appends its record to the log, and lays its seal beside it.</summary>
/// <remarks>
/// The order is: record and head durable in the log; seal durable; then the shelf's <c>current</c>. A crash in between leaves a
/// record of an edition that nobody saw; the next attempt at the same edition uses that record again.
/// </remarks>
internal sealed class SignEditions(EditionShelf shelf, EditionLog log, PaperKeys keys, TimeProvider time)
{
    // A mirror that missed more editions asks for the whole manifest.
    private const int KeptDeltas = 256;
    private const int LargestDelta = 20_000;

    private ManifestOf? manifest;
    private long manifestNumber = -1;

    /// <summary>The hash of the newest set of editors' keys that editions carry, or null.</summary>
    public Func<ContentHash?> Keys { get; init; } = () => null;

    /// <summary>Sees to it that the shelf's editions are signed: the current one, too, if nobody signed it yet.</summary>
    public void Attach()
    {
        shelf.BeforeSwitch = Sign;
        if (shelf.HoldCurrent() is not { } current)
        {
            return;
        }

        try
        {
            if (ReadSeal.Of(log, current) is null)
            {
                Sign(current);
            }
        }
        finally
        {
            current.LetGo();
        }
    }

    private void Sign(Edition edition)
    {
        var (before, beforeNumber) = Before();
        var now = ManifestOf.Edition(edition, before);
        var record = RecordOf(now);
        if (record is null)
        {
            record = new EditionRecord(
                keys.Log.Verifier.Name,
                log.Size,
                Hour(),
                now.Count,
                now.Tree.Root,
                now.Hash,
                now.Length,
                Keys()
            );
            log.Append([record.ToBytes()], SignHead, record.Origin);
        }

        var seal = EditionSeal.Make(record, log.Head!.Note, keys.Log);
        WriteDelta(before, beforeNumber, now, record.Number);
        GrowingFile.Replace(log.Files.Seal(edition.Number), seal.ToBytes());
        RemoveOld(edition.Number);
        (manifest, manifestNumber) = (now, record.Number);
    }

    private SignedNote SignHead(Checkpoint checkpoint)
    {
        var text = checkpoint.ToString();
        return SignedNote.Of(text, keys.Log.Sign(text));
    }

    // What was signed last and came to nothing, or is the same edition after its shelf was lost.
    private EditionRecord? RecordOf(ManifestOf now) =>
        log.Size > 0
        && log.Record(log.Size - 1) is { } bytes
        && EditionRecord.TryParse(bytes, out var last)
        && last.Manifest == now.Hash
        && last.PageRoot == now.Tree.Root
        && last.Keys == Keys()
        && log.Head!.Note.SignedBy([keys.Log.Verifier]) is { Count: 1 }
            ? last
            : null;

    private (ManifestOf? Manifest, long Number) Before()
    {
        if (shelf.HoldCurrent() is not { } current)
        {
            return (null, -1);
        }

        try
        {
            return ReadSeal.Of(log, current) is not { } seal ? (null, -1)
                : seal.Record.Number == manifestNumber ? (manifest, manifestNumber)
                : (ManifestOf.Edition(current, before: null), seal.Record.Number);
        }
        finally
        {
            current.LetGo();
        }
    }

    private void WriteDelta(ManifestOf? before, long beforeNumber, ManifestOf now, long number)
    {
        if (before is null || beforeNumber >= number)
        {
            return;
        }

        var delta = now.Since(before);
        if (delta.Added.Count + delta.Removed.Count <= LargestDelta)
        {
            GrowingFile.Replace(log.Files.Delta(beforeNumber, number), delta.ToBytes());
        }

        foreach (var (from, to) in log.Files.Deltas().Where(old => old.To < number - KeptDeltas).ToArray())
        {
            File.Delete(log.Files.Delta(from, to));
        }
    }

    private void RemoveOld(long edition)
    {
        foreach (var old in log.Files.Seals().Where(old => old < edition - EditionShelf.Keep).ToArray())
        {
            File.Delete(log.Files.Seal(old));
        }
    }

    // The exact moment of a publication is nobody's business.
    private long Hour()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return now - (now % 3600);
    }
}
