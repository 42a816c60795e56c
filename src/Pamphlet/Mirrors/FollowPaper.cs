using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Mirrors;

/// <summary>Asks one source for the paper's newest edition; takes it when all of it holds, and then cosigns.</summary>
/// <remarks>The order is: check the head against the one that is held, the list, every file; switch; cosign. Whatever is wrong is named, and nothing changes.</remarks>
internal sealed class FollowPaper(Mirror mirror, CopyDoor door, WitnessPaper? witness, TimeProvider time)
{
    private const long LargestNote = 256 * 1024;
    private const int MostNewRecords = 100_000;
    private const int RecordsAtOnce = 1_000;
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);

    public async Task<FollowResult> RunAsync(Uri source, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(source, cancellationToken);
        }
        catch (FollowRefusedException refused)
        {
            return new FollowResult(refused.Finding, refused.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FollowResult(FollowFinding.DiskFault, "The disk is full or cannot be written.");
        }
    }

    private async Task<FollowResult> FollowAsync(Uri source, CancellationToken cancellationToken)
    {
        var from = new FetchEdition(mirror, door, source);
        var note = await from.NoteAsync("checkpoint", LargestNote, cancellationToken);
        var head = Believe(note);
        if (mirror.Log.Head is { } held && !IsNews(held, head, note))
        {
            var isHeld = mirror.Shelf.Current is { } current && ReadSeal.Of(mirror.Log, current)?.Checkpoint == head;
            if (isHeld)
            {
                KeepCosignatures(note);
                return new FollowResult(FollowFinding.Current, "Nothing new.");
            }
        }

        var seal = await SealAsync(from, cancellationToken);
        var records = await RecordsAsync(from, seal, cancellationToken);
        await CheckGrowthAsync(from, seal, records, cancellationToken);
        var manifest = await from.ManifestAsync(seal.Record, cancellationToken);
        await from.BlobsAsync(manifest, cancellationToken);
        new TakeEdition(mirror).Run(manifest, seal, records);
        await mirror.Shelf.SweepAsync(cancellationToken);
        Cosign(string.Equals(note.Text, seal.Note.Text, StringComparison.Ordinal) ? note : seal.Note);
        return new FollowResult(
            FollowFinding.Newer,
            FormattableString.Invariant($"Edition {seal.Record.Number} with {manifest.Lines.Count} files is held.")
        );
    }

    private Checkpoint Believe(SignedNote note)
    {
        if (!Checkpoint.TryParse(note.Text, out var head))
        {
            throw new FollowRefusedException(FollowFinding.Garbled, "The head of its log is none.");
        }

        if (!string.Equals(head.Origin, mirror.Wishes.Key.Name, StringComparison.Ordinal))
        {
            throw new FollowRefusedException(FollowFinding.AnotherPaper, "It shows the log of another paper.");
        }

        return note.SignedBy([mirror.Wishes.Key]) is { Count: 1 }
            ? head
            : throw new FollowRefusedException(
                FollowFinding.Forged,
                "The head of its log is not signed with the agreed key."
            );
    }

    // From here on the key itself has spoken: what contradicts itself is kept as evidence.
    private bool IsNews(LogHead held, Checkpoint head, SignedNote note)
    {
        if (head.Size == held.Checkpoint.Size && head.Root != held.Checkpoint.Root)
        {
            mirror.Evidence.Keep(FollowFinding.SplitView, held.Note, note);
            throw new FollowRefusedException(
                FollowFinding.SplitView,
                "Two heads of one size are signed: the log shows different readers different histories. Both are kept as evidence."
            );
        }

        if (head.Size < held.Checkpoint.Size)
        {
            mirror.Evidence.Keep(FollowFinding.RolledBack, held.Note, note);
            throw new FollowRefusedException(
                FollowFinding.RolledBack,
                FormattableString.Invariant(
                    $"It shows an older log ({head.Size} records) than is held ({held.Checkpoint.Size}): rolled back, or frozen."
                )
            );
        }

        return head.Size > held.Checkpoint.Size;
    }

    private async Task<EditionSeal> SealAsync(FetchEdition from, CancellationToken cancellationToken)
    {
        var bytes = await from.BytesAsync("seal", LargestNote, cancellationToken);
        if (!EditionSeal.TryParse(bytes, out var seal))
        {
            throw new FollowRefusedException(FollowFinding.Garbled, "Its seal is none.");
        }

        Believe(seal.Note);
        if (!seal.Key.Equals(mirror.Wishes.Key) || !seal.Holds())
        {
            throw new FollowRefusedException(FollowFinding.Forged, "Its seal is not signed with the agreed key.");
        }

        if (seal.Record.Number != seal.Checkpoint.Size - 1)
        {
            throw new FollowRefusedException(FollowFinding.Garbled, "Its seal's record is not the last of its log.");
        }

        if (DateTimeOffset.FromUnixTimeSeconds(Math.Min(seal.Record.Time, 4_000_000_000)) > time.GetUtcNow() + Ahead)
        {
            throw new FollowRefusedException(FollowFinding.InFuture, "Its edition is dated in the future.");
        }

        if (mirror.Log.Head is { } held)
        {
            IsNews(held, seal.Checkpoint, seal.Note);
        }

        return seal;
    }

    private async Task<List<byte[]>> RecordsAsync(
        FetchEdition from,
        EditionSeal seal,
        CancellationToken cancellationToken
    )
    {
        var (size, last) = (mirror.Log.Size, seal.Record.Number);
        var records = new List<byte[]>();
        if (last - size > MostNewRecords)
        {
            throw new FollowRefusedException(
                FollowFinding.OverLimit,
                "Its log grew by more than can be fetched at once."
            );
        }

        for (var at = size; at < last; at += RecordsAtOnce)
        {
            var to = Math.Min(at + RecordsAtOnce, last);
            var bytes = await from.BytesAsync(
                FormattableString.Invariant($"entries/{at}..{to}"),
                (to - at) * (EditionRecord.MaxBytes + 2L),
                cancellationToken
            );
            records.AddRange(
                EntryBundle.TryRead(bytes, (int)(to - at), out var entries)
                    ? entries
                    : throw new FollowRefusedException(FollowFinding.Garbled, "Records of its log are missing.")
            );
        }

        if (seal.Checkpoint.Size > size)
        {
            records.Add(seal.RecordBytes);
        }

        return records;
    }

    private async Task CheckGrowthAsync(
        FetchEdition from,
        EditionSeal seal,
        List<byte[]> records,
        CancellationToken cancellationToken
    )
    {
        if (GrownRoot.Of(mirror.Log, records) == seal.Checkpoint.Root)
        {
            return;
        }

        // Either the key signed two histories, or whoever carries the log lies about single records: only the first is proof.
        if (
            mirror.Log.Head is { } held
            && !await from.ProvesGrowthAsync(held.Checkpoint, seal.Checkpoint, cancellationToken)
        )
        {
            mirror.Evidence.Keep(FollowFinding.Forked, held.Note, seal.Note);
            throw new FollowRefusedException(
                FollowFinding.Forked,
                "Its log does not begin with the one that is held: history was rewritten. Both heads are kept as evidence."
            );
        }

        throw new FollowRefusedException(
            FollowFinding.WrongContent,
            "It hands out other records than its log was signed over."
        );
    }

    private void Cosign(SignedNote note)
    {
        if (witness?.Cosign(note) is { } line)
        {
            KeepCosignatures(note.With([line]));
        }
    }

    private void KeepCosignatures(SignedNote note)
    {
        var held =
            File.Exists(mirror.Log.Files.Cosigned)
            && SignedNote.TryParse(File.ReadAllBytes(mirror.Log.Files.Cosigned), out var read)
            && string.Equals(read.Text, note.Text, StringComparison.Ordinal)
                ? read.With(note.Signatures.Where(line => !IsOurs(line)))
                : note;
        var mine = note.Signatures.Where(IsOurs);
        GrowingFile.Replace(mirror.Log.Files.Cosigned, held.With(mine).ToBytes());
    }

    private bool IsOurs(NoteSignature line) => witness is not null && line.IsOf(witness.Key);
}
