using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pamphlet.Seal;

/// <summary>The head of a log (C2SP tlog-checkpoint): whose it is, how many entries, and the root over them.</summary>
/// <param name="Origin">The log's name, the same for ever.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Root">Over their leaf hashes.</param>
public sealed record Checkpoint(string Origin, long Size, ContentHash Root)
{
    /// <summary>Reads a note's text. Extension lines are refused: we write none, and would not know what they say.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (string.IsNullOrEmpty(text) || text[^1] != '\n')
        {
            return false;
        }

        var lines = ExactText.Lines(text);
        if (
            lines.Length != 3
            || !VerifierKey.IsName(lines[0])
            || !ExactText.TryCount(lines[1], out var size)
            || !SixBits.TryDecodeHash(lines[2], out var root)
        )
        {
            return false;
        }

        checkpoint = new Checkpoint(lines[0], size, root);
        return true;
    }

    /// <summary>The note's text.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{SixBits.Of(Root)}\n");
}
