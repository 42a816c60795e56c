using System.Globalization;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>Vouches for one paper's log (C2SP tlog-witness): signs only what begins with all that it signed before.</summary>
/// <remarks>What it has seen is on the disk before the answer goes out: a witness that forgets signs two histories.</remarks>
internal sealed class WitnessPaper(Mirror mirror, SigningKey key, TimeProvider time)
{
    private readonly Lock gate = new();

    public VerifierKey Key => key.Verifier;

    private string SeenFile => Path.Combine(mirror.Folder, "witnessed");

    /// <summary>Answers <c>add-checkpoint</c>.</summary>
    public WitnessAnswer Answer(ReadOnlySpan<byte> body)
    {
        if (
            !WitnessRequest.TryParse(body, out var request)
            || !Checkpoint.TryParse(request.Checkpoint.Text, out var head)
            || request.OldSize > head.Size
        )
        {
            return new WitnessAnswer(400, "");
        }

        if (!string.Equals(head.Origin, mirror.Wishes.Key.Name, StringComparison.Ordinal))
        {
            return new WitnessAnswer(404, "");
        }

        if (request.Checkpoint.SignedBy([mirror.Wishes.Key]) is not { Count: 1 })
        {
            return new WitnessAnswer(403, "");
        }

        lock (gate)
        {
            var (seen, note) = Seen();
            if (request.OldSize != seen.Size)
            {
                return new WitnessAnswer(409, seen.Size.ToString(CultureInfo.InvariantCulture) + "\n");
            }

            if (head.Size == seen.Size && head.Root != seen.Root)
            {
                mirror.Evidence.Keep(FollowFinding.SplitView, note, request.Checkpoint);
                return new WitnessAnswer(409, seen.Size.ToString(CultureInfo.InvariantCulture) + "\n");
            }

            if (!TreeProof.IsConsistent(seen.Size, seen.Root, head.Size, head.Root, request.Proof))
            {
                return new WitnessAnswer(422, "");
            }

            return new WitnessAnswer(200, Sign(request.Checkpoint).ToString());
        }
    }

    /// <summary>Cosigns a head that the mirror holds; null where something larger, or another history, was signed before.</summary>
    public NoteSignature? Cosign(SignedNote note)
    {
        lock (gate)
        {
            var (seen, _) = Seen();
            var isGrown =
                Checkpoint.TryParse(note.Text, out var head)
                && seen.Size <= head.Size
                && head.Size <= mirror.Log.Size
                && TreeProof.Root(seen.Size, mirror.Log.SubtreeAt) == seen.Root;
            return isGrown ? Sign(note) : null;
        }
    }

    private NoteSignature Sign(SignedNote note)
    {
        GrowingFile.Replace(SeenFile, note.ToBytes());
        return key.Cosign(note.Text, time.GetUtcNow());
    }

    private (Checkpoint Head, SignedNote? Note) Seen() =>
        File.Exists(SeenFile)
        && SignedNote.TryParse(File.ReadAllBytes(SeenFile), out var note)
        && Checkpoint.TryParse(note.Text, out var head)
            ? (head, note)
            : (new Checkpoint(mirror.Wishes.Key.Name, 0, TreeHash.Empty), null);
}

/// <param name="Body">Signature lines, or the size that was seen.</param>
internal sealed record WitnessAnswer(int Status, string Body);
