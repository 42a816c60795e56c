using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>What a log sends to a witness (C2SP tlog-witness, <c>add-checkpoint</c>).</summary>
/// <param name="OldSize">The size that the log believes the witness has seen.</param>
/// <param name="Proof">That the new tree begins with that one.</param>
/// <param name="Checkpoint">The new one.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<ContentHash> Proof, SignedNote Checkpoint)
{
    /// <summary>A longer request is refused, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Reads a request's body.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out WitnessRequest? request)
    {
        request = null;
        var end = bytes.IndexOf("\n\n"u8);
        if (
            bytes.Length > MaxBytes
            || end < 0
            || !ExactText.TryLines(bytes[..(end + 1)], out var head)
            || !SignedNote.TryParse(bytes[(end + 2)..], out var checkpoint)
        )
        {
            return false;
        }

        var lines = ExactText.Lines(head);
        if (
            lines.Length > 1 + TreeProof.MostHashes
            || !ExactText.TryAfter(lines[0], "old", out var number)
            || !ExactText.TryCount(number, out var old)
            || !HashLines.TryParse(lines.AsSpan(1), out var proof)
        )
        {
            return false;
        }

        request = new WitnessRequest(old, proof, checkpoint);
        return true;
    }

    /// <summary>The request's body.</summary>
    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"old {OldSize}\n{HashLines.Print(Proof)}\n{Checkpoint}")
        );

    /// <summary>The signature lines that a witness answers with.</summary>
    /// <returns>False where one line is none.</returns>
    public static bool TryParseAnswer(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out IReadOnlyList<NoteSignature>? lines
    )
    {
        lines = null;
        if (bytes.Length > MaxBytes || !ExactText.TryLines(bytes, out var text))
        {
            return false;
        }

        var read = new List<NoteSignature>();
        foreach (var line in ExactText.Lines(text))
        {
            if (!NoteSignature.TryParse(line, out var signature))
            {
                return false;
            }

            read.Add(signature);
        }

        lines = read;
        return true;
    }
}
