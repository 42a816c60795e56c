using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>
/// Words that hold a bare address. The paper makes links of those, and a backslash before a mark in one would become part of it:
/// such an address is set between angle brackets.
/// </summary>
internal static partial class BareAddress
{
    public static string Print(string text, char before, char after, TextPlace place)
    {
        if (place != TextPlace.Anywhere || !text.Contains("://", StringComparison.Ordinal))
        {
            return TextEscape.Of(text, before, after, place);
        }

        var output = new StringBuilder();
        var from = 0;
        foreach (Match match in Written().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '"', '*', '_', '~');
            if (
                (match.Index > 0 && char.IsAsciiLetterOrDigit(text[match.Index - 1]))
                || !Address.IsAutomatic(address)
                || string.Equals(TextEscape.Of(address, 'x', 'x', place), address, StringComparison.Ordinal)
            )
            {
                continue;
            }

            output
                .Append(TextEscape.Of(text[from..match.Index], output.Length > 0 ? '>' : before, '<', place))
                .Append('<')
                .Append(address)
                .Append('>');
            from = match.Index + address.Length;
        }

        return output.Append(TextEscape.Of(text[from..], output.Length > 0 ? '>' : before, after, place)).ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
