using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>An edition that somebody handed over: bytes, and not a word of them believed yet.</summary>
/// <param name="Manifest"><c>manifest-sha256.txt</c>.</param>
/// <param name="Record">The log's leaf.</param>
/// <param name="Proof">A tlog-proof with the checkpoint.</param>
/// <param name="KeySets">Notes with key sets, in any order.</param>
public sealed record SignedEdition(
    ReadOnlyMemory<byte> Manifest,
    ReadOnlyMemory<byte> Record,
    ReadOnlyMemory<byte> Proof,
    IReadOnlyList<ReadOnlyMemory<byte>> KeySets
)
{
    /// <summary>Checks everything but the files themselves, which the manifest's hashes vouch for.</summary>
    public bool TryVerify(
        EditionTrust trust,
        [NotNullWhen(true)] out VerifiedEdition? verified,
        out EditionRefusal refusal
    )
    {
        ArgumentNullException.ThrowIfNull(trust);
        verified = null;
        refusal = Check(trust, out var found);
        if (refusal == EditionRefusal.None)
        {
            verified = found;
        }

        return verified is not null;
    }

    private EditionRefusal Check(EditionTrust trust, out VerifiedEdition? found)
    {
        found = null;
        if (!EditionManifest.TryParse(Manifest.Span, out var manifest, out _))
        {
            return EditionRefusal.Manifest;
        }

        if (!EditionRecord.TryParse(Record.Span, out var record))
        {
            return EditionRefusal.Record;
        }

        if (
            !LogProof.TryParse(Proof.Span, out var proof)
            || !Checkpoint.TryParse(proof.Checkpoint.Text, out var checkpoint)
        )
        {
            return EditionRefusal.Proof;
        }

        var refusal = Compare(manifest, record, proof, checkpoint);
        if (refusal != EditionRefusal.None)
        {
            return refusal;
        }

        if (!TryKeys(trust, record, out var keys, out var newest))
        {
            return EditionRefusal.KeySet;
        }

        refusal = CheckSigners(trust, keys, proof.Checkpoint, record.Origin, out var signers);
        if (refusal == EditionRefusal.None)
        {
            found = new VerifiedEdition(manifest, record, proof, checkpoint, signers, newest);
        }

        return refusal;
    }

    private EditionRefusal Compare(
        EditionManifest manifest,
        EditionRecord record,
        LogProof proof,
        Checkpoint checkpoint
    )
    {
        if (ContentHash.Of(Manifest.Span) != record.Manifest || Manifest.Length != record.ManifestLength)
        {
            return EditionRefusal.AnotherManifest;
        }

        if (manifest.Lines.Count != record.Pages || manifest.PageRoot() != record.PageRoot)
        {
            return EditionRefusal.AnotherTree;
        }

        if (!ExactText.Same(record.Origin, checkpoint.Origin))
        {
            return EditionRefusal.AnotherPaper;
        }

        return
            proof.Index == record.Number
            && TreeProof.IsIncluded(record.LeafHash, proof.Index, checkpoint.Size, proof.Hashes, checkpoint.Root)
            ? EditionRefusal.None
            : EditionRefusal.NotInLog;
    }

    private static EditionRefusal CheckSigners(
        EditionTrust trust,
        List<VerifierKey> keys,
        SignedNote note,
        string origin,
        out IReadOnlyList<NoteSigner> signers
    )
    {
        signers = [];
        if (note.SignedBy(keys.Concat(trust.Witnesses).Concat(trust.Policy?.Witnesses ?? [])) is not { } found)
        {
            return EditionRefusal.BrokenSignature;
        }

        signers = found;
        if (!found.Any(signer => keys.Contains(signer.Key) && ExactText.Same(signer.Key.Name, origin)))
        {
            return EditionRefusal.UnknownKey;
        }

        return trust.Policy?.IsMetBy(found.Select(signer => signer.Key)) == false
            ? EditionRefusal.TooFewWitnesses
            : EditionRefusal.None;
    }

    // Editors' sets that are there must hold even for who believes a log's key alone: a false one would mislead the next reader.
    private bool TryKeys(EditionTrust trust, EditionRecord record, out List<VerifierKey> keys, out SignedKeySet? newest)
    {
        keys = [.. trust.Logs, .. trust.Policy?.Logs ?? []];
        newest = null;
        if (record.Keys is not { } named)
        {
            return trust.KeySet is null;
        }

        var sets = new List<SignedKeySet>();
        foreach (var bytes in KeySets)
        {
            if (!SignedKeySet.TryParse(bytes.Span, out var set))
            {
                return false;
            }

            sets.Add(set);
        }

        var first = sets.MinBy(set => set.Set.Version);
        if (
            first is null
            || SignedKeySet.Newest(sets, trust.KeySet ?? first.Hash) is not { } last
            || last.Hash != named
        )
        {
            return false;
        }

        newest = last;
        if (trust.KeySet is not null)
        {
            keys.AddRange(last.Set.Logs);
        }

        return true;
    }
}
