using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>Reads the few shapes that signed lines are made of, each in its one spelling.</summary>
internal static class ExactText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Text that ends with a newline and holds no other control character.</summary>
    public static bool TryLines(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (bytes.IsEmpty || bytes[^1] != '\n')
        {
            return false;
        }

        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        if (text.AsSpan().ContainsAnyInRange('\0', '\t') || text.AsSpan().ContainsAnyInRange('\v', '\u001f'))
        {
            text = null;
            return false;
        }

        return true;
    }

    /// <summary>A count without sign, space or leading zero.</summary>
    public static bool TryCount(ReadOnlySpan<char> text, out long count) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count)
        && (text.Length == 1 || text[0] != '0');

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>What stands after «<paramref name="word"/> » on a line, or nothing.</summary>
    public static bool TryAfter(string line, string word, out string rest)
    {
        rest = "";
        if (
            !line.StartsWith(word, StringComparison.Ordinal)
            || line.Length <= word.Length + 1
            || line[word.Length] != ' '
        )
        {
            return false;
        }

        rest = line[(word.Length + 1)..];
        return true;
    }

    /// <summary>The lines of a text that ends with a newline, without their newlines.</summary>
    public static string[] Lines(string text) => text[..^1].Split('\n');
}
