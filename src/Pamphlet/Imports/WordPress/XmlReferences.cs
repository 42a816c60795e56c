using System.Globalization;
using System.Text.RegularExpressions;

namespace Pamphlet.Imports.WordPress;

/// <summary>The references that XML itself has. Others (<c>&amp;nbsp;</c>) belong to the HTML within and stay for its reader.</summary>
internal static partial class XmlReferences
{
    public static string Decode(string words) =>
        words.Contains('&', StringComparison.Ordinal) ? Reference().Replace(words, One) : words;

    private static string One(Match match)
    {
        var name = match.Groups["name"].Value;
        return name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            _ => Character(name) ?? match.Value,
        };
    }

    private static string? Character(string number)
    {
        var isHex = number.StartsWith("#x", StringComparison.Ordinal);
        var digits = number.AsSpan(isHex ? 2 : 1);
        return
            int.TryParse(
                digits,
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            ) && code is (0x9 or 0xa or 0xd or >= 0x20) and < 0x110000 and not (>= 0xd800 and < 0xe000)
            ? char.ConvertFromUtf32(code)
            : null;
    }

    [GeneratedRegex(
        "&(?<name>lt|gt|amp|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reference();
}
