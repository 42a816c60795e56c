using System.Buffers;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>An address as Markdown writes it.</summary>
internal static class Address
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \t\n<>\\()&");
    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\n<>\\`|");

    /// <summary>Between the brackets of a link. What Markdown would read otherwise is written as its bytes.</summary>
    public static string Of(string address)
    {
        if (address.AsSpan().IndexOfAny(Marks) < 0)
        {
            return address;
        }

        var safe = address
            .Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("\t", "%09", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);
        safe = AreParenthesesEven(safe)
            ? safe
            : safe.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

        // «&copy;» would be a sign; «&copy» alone is none.
        return safe.Contains(';', StringComparison.Ordinal) ? safe.Replace("&", @"\&", StringComparison.Ordinal) : safe;
    }

    /// <summary>Whether <c>&lt;address&gt;</c> is a link that shows itself.</summary>
    public static bool IsAutomatic(string address) =>
        (
            address.StartsWith("http://", StringComparison.Ordinal)
            || address.StartsWith("https://", StringComparison.Ordinal)
        )
        && address.AsSpan().IndexOfAny(Breaks) < 0
        && !address.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>Whether a link's words are its address, in whatever spelling.</summary>
    public static bool SaysItself(string words, string address) =>
        IsAutomatic(words)
        && OutsideAddress.TryParse(words, out var said)
        && said.Equals(address, StringComparison.Ordinal);

    private static bool AreParenthesesEven(string address)
    {
        var open = 0;
        foreach (var character in address)
        {
            open += character switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open is < 0 or > 20)
            {
                return false;
            }
        }

        return open == 0;
    }
}
