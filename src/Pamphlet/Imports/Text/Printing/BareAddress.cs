using System.Text;
using System.Text.RegularExpressions;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>
/// Words that hold a bare address. The paper makes links of those, and a backslash in one, before a mark or at the line's end,
/// would become part of it: so such an address says itself where it ends.
/// </summary>
internal static partial class BareAddress
{
    /// <param name="allowsAngles">Whether <c>&lt;address&gt;</c> is a link: editors may write it, readers not.</param>
    public static string Print(string text, char before, char after, TextPlace place, bool allowsAngles)
    {
        if (text.AsSpan().IndexOfAny("/.") < 0 || !Written().IsMatch(text))
        {
            return TextEscape.Of(text, before, after, place);
        }

        var output = new StringBuilder();
        var from = 0;
        foreach (Match match in Written().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\'', '"', '*', '_', '~', '|');
            if (
                address.LastIndexOf('&') is >= 0 and var sign
                && text.AsSpan(match.Index + address.Length).StartsWith(";")
            )
            {
                // «&amp;» as words, which Markdown would read as a sign.
                address = address[..sign];
            }

            var end = match.Index + address.Length;
            var next = end < text.Length ? text[end] : after;
            var isAfterLetter = match.Index > 0 && char.IsLetterOrDigit(text[match.Index - 1]);
            if (
                address.Length < 5
                || isAfterLetter
                || PrintAddress(address, next, place, allowsAngles) is not { } printed
            )
            {
                continue;
            }

            var left = output.Length > 0 ? output[^1] : before;
            output.Append(TextEscape.Of(text[from..match.Index], left, '<', place)).Append(printed);
            from = end;
        }

        return output
            .Append(TextEscape.Of(text[from..], output.Length > 0 ? output[^1] : before, after, place))
            .ToString();
    }

    /// <summary>Null where it can stand as it is.</summary>
    private static string? PrintAddress(string address, char next, TextPlace place, bool allowsAngles)
    {
        var escaped = TextEscape.Of(address, 'x', next, place | TextPlace.Link);
        var isSafe = char.IsWhiteSpace(next) && next != '\n' && escaped.Equals(address, StringComparison.Ordinal);
        if (place.HasFlag(TextPlace.Link))
        {
            // Within a link, no link: the colon or stop that would make one is taken at its word.
            return escaped
                .Replace("://", @"\://", StringComparison.Ordinal)
                .Replace("www.", @"www\.", StringComparison.OrdinalIgnoreCase);
        }

        if (isSafe || (allowsAngles && Address.IsAutomatic(address)))
        {
            return isSafe ? null : $"<{address}>";
        }

        var target = address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + address : address;
        var words = escaped
            .Replace("://", @"\://", StringComparison.Ordinal)
            .Replace("www.", @"www\.", StringComparison.OrdinalIgnoreCase);
        return OutsideAddress.TryParse(target, out var outside) ? $"[{words}]({Address.Of(outside)})" : words;
    }

    [GeneratedRegex(
        @"(https?://|www\.)[^\s<>""“”„«»‘’`]+",
        RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Written();
}
