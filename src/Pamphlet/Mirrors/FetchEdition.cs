using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Mirrors;

/// <summary>Fetches the parts of an edition from one source, each bounded by what its signed record allows.</summary>
internal sealed class FetchEdition(Mirror mirror, CopyDoor door, Uri source)
{
    private const int LargestLine = SitePath.MaxBytes + 70;
    private const int AtOnce = 4;

    public async Task<SignedNote> NoteAsync(string what, long most, CancellationToken cancellationToken) =>
        SignedNote.TryParse(await BytesAsync(what, most, cancellationToken), out var note)
            ? note
            : throw new FollowRefusedException(FollowFinding.Garbled, $"Its {what} is no signed note.");

    public async Task<byte[]> BytesAsync(string what, long most, CancellationToken cancellationToken)
    {
        var fetched = await door.GetAsync(Address(what), most, cancellationToken);
        return fetched.IsGood ? fetched.Content : throw Refusal(what, fetched);
    }

    /// <summary>Whether the source shows that the later head contains the earlier.</summary>
    public async Task<bool> ProvesGrowthAsync(Checkpoint old, Checkpoint now, CancellationToken cancellationToken)
    {
        var what = FormattableString.Invariant($"consistency/{old.Size}..{now.Size}");
        var fetched = await door.GetAsync(Address(what), 65 * TreeProof.MostHashes, cancellationToken);
        return fetched.IsGood
            && StrangersFiles.TryParseLeaves(fetched.Content, out var proof)
            && TreeProof.IsConsistent(old.Size, old.Root, now.Size, now.Root, proof);
    }

    /// <summary>The list of files that the record names: out of what changed, or whole.</summary>
    public async Task<EditionManifest> ManifestAsync(EditionRecord record, CancellationToken cancellationToken)
    {
        if (record.Pages > mirror.Wishes.MostFiles || record.ManifestLength > record.Pages * LargestLine)
        {
            throw new FollowRefusedException(FollowFinding.OverLimit, "It has more files than were agreed.");
        }

        if (await ByDeltaAsync(record, cancellationToken) is { } followed)
        {
            return followed;
        }

        var bytes = await BytesAsync(EditionManifest.FileName, record.ManifestLength, cancellationToken);
        if (ContentHash.Of(bytes) != record.Manifest)
        {
            throw new FollowRefusedException(
                FollowFinding.WrongContent,
                "Its list of files is not the one that was signed."
            );
        }

        return
            EditionManifest.TryParse(bytes, out var manifest, out var refusal) && manifest.PageRoot() == record.PageRoot
            ? manifest
            : throw new FollowRefusedException(FollowFinding.LeadsOut, $"Its list of files is unlawful: {refusal}.");
    }

    /// <summary>Fetches what is not held yet, text first; what came is kept if the rest does not.</summary>
    public async Task BlobsAsync(EditionManifest manifest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(mirror.Incoming);
        var refused = mirror.Refused();
        var missing = manifest
            .Lines.Where(line => mirror.Wishes.HasMedia || TakeEdition.IsText(line.Path))
            .Where(line => !refused.ContainsKey(line.Hash) && !IsHeld(line.Hash))
            .DistinctBy(line => line.Hash)
            .ToLookup(line => TakeEdition.IsText(line.Path));
        var came = 0L;
        await FetchAllAsync(missing[true]);
        await FetchAllAsync(missing[false]);

        // One after the other: a picture that does not come must not break off a text that is on its way.
        Task FetchAllAsync(IEnumerable<ManifestLine> lines) =>
            Parallel.ForEachAsync(
                lines,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (line, token) =>
                {
                    var hash = line.Hash.ToString();
                    var bytes = await BytesAsync($"blob/sha256/{hash[..2]}/{hash}", mirror.Wishes.MostFile, token);
                    if (ContentHash.Of(bytes) != line.Hash)
                    {
                        throw new FollowRefusedException(
                            FollowFinding.WrongContent,
                            $"{line.Path} is not what was signed."
                        );
                    }

                    if (Interlocked.Add(ref came, bytes.Length) > mirror.Wishes.MostBytes)
                    {
                        throw new FollowRefusedException(FollowFinding.OverLimit, "It is larger than was agreed.");
                    }

                    var file = Path.Combine(mirror.Incoming, hash);
                    await File.WriteAllBytesAsync($"{file}.part", bytes, token);
                    File.Move($"{file}.part", file, overwrite: true);
                }
            );
    }

    private async Task<EditionManifest?> ByDeltaAsync(EditionRecord record, CancellationToken cancellationToken)
    {
        if (
            mirror.Shelf.Current is not { } current
            || ReadSeal.Of(mirror.Log, current) is not { } seal
            || mirror.Manifest(seal.Record.Number) is not { } bytes
            || !EditionManifest.TryParse(bytes, out var held, out _)
        )
        {
            return null;
        }

        var what = FormattableString.Invariant($"delta/{seal.Record.Number}..{record.Number}");
        var fetched = await door.GetAsync(Address(what), 2 * record.ManifestLength, cancellationToken);

        // A delta needs no signature: what comes out of it is right, or the whole list is fetched.
        return
            fetched.IsGood
            && EditionDelta.TryParse(fetched.Content, out var delta)
            && delta.TryApply(held, out var now)
            && ContentHash.Of(now.ToBytes()) == record.Manifest
            && now.PageRoot() == record.PageRoot
            ? now
            : null;
    }

    private bool IsHeld(ContentHash hash) =>
        File.Exists(Path.Combine(mirror.Incoming, hash.ToString()))
        || mirror.Shelf.Current?.TryFindContent(hash, out _) == true;

    private Uri Address(string what) => new(source, $".well-known/edition/{what}");

    private static FollowRefusedException Refusal(string what, Fetched fetched) =>
        fetched.Fault switch
        {
            FetchFault.Slow => new(FollowFinding.Slow, $"Its {what} takes too long."),
            FetchFault.TooLarge => new(FollowFinding.TooLarge, $"Its {what} is larger than it may be."),
            FetchFault.Garbled => new(FollowFinding.Garbled, $"Its {what} does not unpack."),
            FetchFault.None => new(
                FollowFinding.Unreachable,
                FormattableString.Invariant($"It answers {fetched.Status} to {what}.")
            ),
            _ => new(FollowFinding.Unreachable, "It cannot be reached: down, or blocked."),
        };
}
