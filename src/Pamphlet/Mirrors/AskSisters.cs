using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Mirrors;

/// <summary>Looks how the paper's own mirrors are: whether they are reached, how far they are, and what they cosigned.</summary>
internal sealed class AskSisters(SisterList sisters, SignedPaper paper, CopyDoor door, Evidence evidence)
{
    private const long LargestNote = 256 * 1024;

    /// <returns>What each was found to be.</returns>
    public async Task<IReadOnlyList<(Sister Sister, FollowResult Result)>> RunAsync(CancellationToken cancellationToken)
    {
        var results = new List<(Sister, FollowResult)>();
        foreach (var sister in sisters.All())
        {
            results.Add((sister, await AskAsync(sister, cancellationToken)));
        }

        return results;
    }

    private async Task<FollowResult> AskAsync(Sister sister, CancellationToken cancellationToken)
    {
        var fetched = await door.GetAsync(
            new Uri(sister.Address, ".well-known/edition/checkpoint"),
            LargestNote,
            cancellationToken
        );
        if (!fetched.IsGood)
        {
            return new FollowResult(FollowFinding.Unreachable, "It cannot be reached: down, or blocked.");
        }

        var key = paper.Keys!.Log.Verifier;
        if (
            !SignedNote.TryParse(fetched.Content, out var note)
            || !Checkpoint.TryParse(note.Text, out var head)
            || note.SignedBy([key]) is not { Count: 1 }
        )
        {
            return new FollowResult(FollowFinding.Forged, "It shows a head that this paper did not sign.");
        }

        var own = paper.Log;
        if (head.Size > own.Size || TreeProof.Root(head.Size, own.SubtreeAt) != head.Root)
        {
            // Our key, and not our history: somebody else has the key, or this disk is an old one.
            evidence.Keep(FollowFinding.SplitView, own.Head?.Note, note);
            return new FollowResult(
                FollowFinding.SplitView,
                "It shows a history that is signed with this paper's key and is not this paper's. Somebody has the key, or this is an old backup."
            );
        }

        Merge(note, sister.Key);
        return head.Size == own.Size
            ? new FollowResult(FollowFinding.Current, "It holds the newest edition.")
            : new FollowResult(
                FollowFinding.RolledBack,
                FormattableString.Invariant($"It is {own.Size - head.Size} editions behind.")
            );
    }

    private void Merge(SignedNote note, VerifierKey key)
    {
        var lines = note.Signatures.Where(line => line.IsOf(key)).ToArray();
        if (
            paper.Log.Head is not { } own
            || !string.Equals(note.Text, own.Note.Text, StringComparison.Ordinal)
            || lines.Length == 0
            || note.SignedBy([key]) is not { Count: 1 }
        )
        {
            return;
        }

        var file = paper.Log.Files.Cosigned;
        var held =
            File.Exists(file)
            && SignedNote.TryParse(File.ReadAllBytes(file), out var read)
            && string.Equals(read.Text, own.Note.Text, StringComparison.Ordinal)
                ? read
                : own.Note;
        GrowingFile.Replace(file, held.With(lines).ToBytes());
    }
}
