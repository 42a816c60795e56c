using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Markdown;

/// <summary>Addresses that a text names from where its file lies, as paths from the folder's root.</summary>
internal static partial class RelativeAddresses
{
    /// <param name="path">The text's file within the folder.</param>
    /// <param name="addressOf">Where the text in another file was shown, or null: it is no text.</param>
    public static string Rooted(string html, string path, Func<string, string?> addressOf) =>
        Relative()
            .Replace(
                html,
                match =>
                {
                    var (address, ending) = Parted(match.Groups["address"].Value);
                    var rooted = Join(path, Uri.UnescapeDataString(address));
                    return match.Groups["before"].Value
                        + (addressOf(rooted) ?? "/" + rooted)
                        + ending
                        + match.Groups["after"].Value;
                }
            );

    private static (string Address, string Ending) Parted(string address)
    {
        var mark = address.AsSpan().IndexOfAny('?', '#');
        return mark < 0 ? (address, "") : (address[..mark], address[mark..]);
    }

    private static string Join(string path, string relative)
    {
        var parts = new List<string>(path.Split('/')[..^1]);
        foreach (var part in relative.Split('/'))
        {
            if (part is ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(
        "(?<before>\\s(src|href)=\")(?<address>[^\"/#?:&][^\":]{0,1000})(?<after>\")",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Relative();
}
