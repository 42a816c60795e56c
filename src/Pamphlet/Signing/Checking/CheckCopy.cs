using Pamphlet.Seal;

namespace Pamphlet.Signing.Checking;

/// <summary>Checks a copy from its key down to every byte of every file.</summary>
internal static class CheckCopy
{
    /// <summary>No page or picture of a paper is larger, in bytes.</summary>
    public const long LargestFile = 256L << 20;

    private const long LargestManifest = 512L << 20;
    private const long LargestNote = 1 << 20;
    private const int MostKeySets = 64;

    /// <param name="trust">What whoever asks believes, or null: the key that the copy brings along is taken.</param>
    public static async Task<CopyReport> RunAsync(
        IEditionCopy copy,
        EditionTrust? trust,
        CancellationToken cancellationToken
    )
    {
        var listed = await ListedAsync(copy, trust, cancellationToken);
        return listed.Edition is { } edition
            ? await CheckFilesAsync(copy, edition, trust is not null, cancellationToken)
            : listed;
    }

    /// <summary>Checks signatures, log and lists, and no file.</summary>
    public static async Task<CopyReport> ListedAsync(
        IEditionCopy copy,
        EditionTrust? trust,
        CancellationToken cancellationToken
    )
    {
        if (await ReadAsync(copy, cancellationToken) is not { } signed)
        {
            return new CopyReport(EditionRefusal.Proof, null, trust is not null);
        }

        var key = await BroughtAlongAsync(copy, signed, cancellationToken);
        var believed = trust ?? new EditionTrust { Logs = key is null ? [] : [key] };
        if (!signed.TryVerify(believed, out var edition, out var refusal))
        {
            return new CopyReport(refusal, null, trust is not null) { Key = key };
        }

        return new CopyReport(EditionRefusal.None, edition, trust is not null)
        {
            Key = edition.Signers.First(signer => signer.Time is null).Key,
        };
    }

    private static async Task<CopyReport> CheckFilesAsync(
        IEditionCopy copy,
        VerifiedEdition edition,
        bool isPinned,
        CancellationToken cancellationToken
    )
    {
        var (good, changed, missing) = (0, new List<string>(), new List<string>());
        foreach (var line in edition.Manifest.Lines)
        {
            var content = await copy.ReadAsync(line.Path.Value, LargestFile, cancellationToken);
            if (content is null)
            {
                missing.Add(line.Path.Value);
            }
            else if (ContentHash.Of(content) != line.Hash)
            {
                changed.Add(line.Path.Value);
            }
            else
            {
                good++;
            }
        }

        var known = edition.Manifest.Lines.Select(line => line.Path.Value).ToHashSet(StringComparer.Ordinal);
        var names = copy.Names() ?? [];
        var strange = names.Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal).ToList();
        return new CopyReport(EditionRefusal.None, edition, isPinned)
        {
            Key = edition.Signers.First(signer => signer.Time is null).Key,
            Good = good,
            Changed = changed,
            Missing = missing,
            Foreign = [.. strange.Where(IsOfEdition).Order(StringComparer.Ordinal)],
            Beside = [.. strange.Where(IsBeside).Order(StringComparer.Ordinal)],
            Twice =
            [
                .. names
                    .GroupBy(name => name, StringComparer.Ordinal)
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Key)
                    .Order(StringComparer.Ordinal),
            ],
        };
    }

    private static async Task<SignedEdition?> ReadAsync(IEditionCopy copy, CancellationToken cancellationToken)
    {
        var manifest = await copy.ReadAsync(EditionManifest.FileName, LargestManifest, cancellationToken);
        var record = await copy.ReadAsync(StrangersFiles.Record, LargestNote, cancellationToken);
        var proof = await copy.ReadAsync(StrangersFiles.Proof, LargestNote, cancellationToken);
        if (manifest is null || record is null || proof is null)
        {
            return null;
        }

        var sets = new List<ReadOnlyMemory<byte>>();
        for (var version = 1; version <= MostKeySets; version++)
        {
            var name = FormattableString.Invariant($"edition/keys/{version:D4}.txt");
            if (await copy.ReadAsync(name, LargestNote, cancellationToken) is not { } set)
            {
                break;
            }

            sets.Add(set);
        }

        return new SignedEdition(manifest, record, proof, sets);
    }

    // The public key in OpenSSL's form, under the name that the record gives the log.
    private static async Task<VerifierKey?> BroughtAlongAsync(
        IEditionCopy copy,
        SignedEdition signed,
        CancellationToken cancellationToken
    )
    {
        var der = await copy.ReadAsync("publication.der", LargestNote, cancellationToken);
        return der is not null && EditionRecord.TryParse(signed.Record.Span, out var record)
            ? StrangersTools.ReadPublicKeyDer(der, record.Origin)
            : null;
    }

    private static bool IsBeside(string name) =>
        !IsOfEdition(name)
        && !StrangersFiles.Names.Contains(name)
        && !string.Equals(name, EditionManifest.FileName, StringComparison.Ordinal);

    private static bool IsOfEdition(string name) =>
        name.StartsWith("data/", StringComparison.Ordinal) || name.StartsWith("edition/", StringComparison.Ordinal);
}
