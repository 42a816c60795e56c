using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>A C2SP tlog-proof: that an entry is in a log, with the checkpoint that says so.</summary>
/// <param name="Index">The entry's place, from 0.</param>
/// <param name="Hashes">From the leaf to the root.</param>
/// <param name="Checkpoint">Verbatim, with all its signatures.</param>
public sealed record LogProof(long Index, IReadOnlyList<ContentHash> Hashes, SignedNote Checkpoint)
{
    private const string Title = "c2sp.org/tlog-proof@v1";

    /// <summary>Reads a proof file. An <c>extra</c> line is not ours, and passed over.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LogProof? proof)
    {
        proof = null;
        var end = bytes.IndexOf("\n\n"u8);
        if (
            end < 0
            || !ExactText.TryLines(bytes[..(end + 1)], out var head)
            || !SignedNote.TryParse(bytes[(end + 2)..], out var checkpoint)
        )
        {
            return false;
        }

        var lines = ExactText.Lines(head);
        var at = lines.Length > 1 && lines[1].StartsWith("extra ", StringComparison.Ordinal) ? 2 : 1;
        if (
            !ExactText.Same(lines[0], Title)
            || lines.Length <= at
            || lines.Length > at + 1 + TreeProof.MostHashes
            || !ExactText.TryAfter(lines[at], "index", out var number)
            || !ExactText.TryCount(number, out var index)
            || !HashLines.TryParse(lines.AsSpan(at + 1), out var hashes)
        )
        {
            return false;
        }

        proof = new LogProof(index, hashes, checkpoint);
        return true;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Title}\nindex {Index}\n{HashLines.Print(Hashes)}\n{Checkpoint}"
            )
        );
}
