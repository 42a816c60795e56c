using System.Text.RegularExpressions;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Decides where a link of an imported text may lead.</summary>
internal sealed partial class AddressReader(HtmlToMarkdownOptions options, DroppedCounts dropped)
{
    private const int LongestAddress = 4000;

    /// <returns>The address as Markdown names it, or null: the words stay, the link goes.</returns>
    public string? Read(string? written)
    {
        var address = Normalise(written);
        if (address.Length == 0)
        {
            return null;
        }

        if (address[0] == '#')
        {
            // Places within a text carry other names in the paper.
            return Drop("address within the text");
        }

        var colon = SchemeLength(address);
        if (colon > 0)
        {
            var scheme = address[..colon].ToLowerInvariant();
            return scheme switch
            {
                "http" or "https" => Rewritten(WithoutRedirect(address)),
                "mailto" or "xmpp" => Followable(address),
                { Length: 1 } => Drop("address file"),
                _ => Drop("address " + scheme),
            };
        }

        if (address.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return Drop("address file");
        }

        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return Rewritten("http://" + address);
        }

        return Rewritten(address);
    }

    /// <summary>Trimmed, without the line ends and tabs that browsers ignore, with a scheme where the source left it to the page.</summary>
    public static string Normalise(string? written)
    {
        var address = CleanText.Of(written ?? "").Trim();
        if (address.Length is 0 or > LongestAddress)
        {
            return "";
        }

        address = address.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        return address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
    }

    /// <summary>Whether words name a place on somebody's computer: they tell the name of its user.</summary>
    public static bool NamesFile(string text) => FilePath().IsMatch(text);

    public static string WithoutFilePaths(string text, out int taken)
    {
        taken = 0;
        if (!text.Contains("file:", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var count = 0;
        var kept = HomeFolder()
            .Replace(
                text,
                _ =>
                {
                    count++;
                    return "";
                }
            );
        taken = count;
        return kept;
    }

    public static int SchemeLength(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return
            colon is > 0 and < 30
            && char.IsAsciiLetter(address[0])
            && address.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0
            ? colon
            : 0;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
    );

    private string? Rewritten(string address) => Followable(options.RewriteAddress(address));

    /// <summary>The spelling that rendering will give it; what rendering would not follow is no link here either.</summary>
    private string? Followable(string address)
    {
        address = address.Replace(" ", "%20", StringComparison.Ordinal);
        if (address.StartsWith('/'))
        {
            return address;
        }

        if (OutsideAddress.TryParse(address, out var outside))
        {
            return outside;
        }

        return Drop(SchemeLength(address) > 0 ? "address unreadable" : "address without a site");
    }

    private string? Drop(string kind)
    {
        dropped.Add(kind);
        return null;
    }

    /// <summary>Mail programs and social networks put a page of theirs before every link, to see who follows it.</summary>
    private string WithoutRedirect(string address)
    {
        var match = Redirect().Match(address);
        if (!match.Success)
        {
            return address;
        }

        var target = Uri.UnescapeDataString(match.Groups["target"].Value);
        if (
            !target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        {
            return address;
        }

        dropped.Add("redirect");
        return target;
    }

    [GeneratedRegex(
        @"^https?://(www\.google\.[a-z.]+/url|lm?\.facebook\.com/l\.php|out\.reddit\.com/[^?]*)\?([^#]*&)?(q|url|u)=(?<target>[^&#]+)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Redirect();

    [GeneratedRegex(
        @"file:/{2,}|\b[a-z]:[\\/]+(users|documents and settings|docume~1|home)[\\/]|msohtmlclip|AppData",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FilePath();

    // A user's name may hold a space: a word after one that still holds a stroke belongs to the path.
    [GeneratedRegex(
        @"file:/{2,}[^\s<>""]*(users|home|documents)[\\/][^\s<>""]*( [^\s<>""\\/]*[\\/][^\s<>""]*)*",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex HomeFolder();
}
