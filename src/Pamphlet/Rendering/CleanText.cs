using System.Buffers;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>The one gate through which a stranger's characters come in.</summary>
internal static class CleanText
{
    // Decomposed Vietnamese drifts apart in nearly every web font, and U+0001 is SafeHtml's own mark.
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\r\u000e\u000f"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\ufeff"
            + "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f"
            + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f"
    );

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\r\u000e\u000f"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f"
    );

    /// <summary>
    /// The text in NFC, with line feeds only, without control characters (but line feed and tab) and byte order marks;
    /// half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Of(string text)
    {
        var clean = text.AsSpan().ContainsAny(Unwanted) ? WithoutControls(text) : text;
        try
        {
            return clean.IsNormalized(NormalizationForm.FormC) ? clean : clean.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair, or a noncharacter that the system's tables refuse.
            return Repaired(clean);
        }
    }

    /// <summary>Whether HTML may not hold a character of <paramref name="text"/>, as an entity may have smuggled one in.</summary>
    internal static bool HoldsControl(ReadOnlySpan<char> text) => text.ContainsAny(Controls);

    internal static bool IsControl(char character) => Controls.Contains(character);

    private static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\r')
            {
                // A lone carriage return ended lines once.
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                {
                    kept.Append('\n');
                }
            }
            else if (!Unwanted.Contains(character))
            {
                kept.Append(character);
            }
        }

        return kept.ToString();
    }

    private static string Repaired(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isNoncharacter = (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
            repaired.Append((isNoncharacter ? Rune.ReplacementChar : rune).ToString());
        }

        return repaired.ToString().Normalize(NormalizationForm.FormC);
    }
}
