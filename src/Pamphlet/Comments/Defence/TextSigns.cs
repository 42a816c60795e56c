using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Comments.Defence;

/// <summary>What a text shows of itself that an editor should know. Signs, not judgements.</summary>
internal static partial class TextSigns
{
    /// <summary>Real people paste links too: more than this waits, and is not refused.</summary>
    private const int MostLinks = 2;

    public static HoldReasons Of(string markdown, string unwantedHosts)
    {
        var hosts = Hosts(markdown);
        return (hosts.Count > MostLinks ? HoldReasons.Links : HoldReasons.None)
            | (MixesScripts(markdown) ? HoldReasons.MixedScripts : HoldReasons.None)
            | (hosts.Any(host => IsUnwanted(host, unwantedHosts)) ? HoldReasons.UnwantedHost : HoldReasons.None);
    }

    /// <summary>Every host that a text names, in small letters.</summary>
    public static IReadOnlyList<string> Hosts(string markdown) =>
        [.. Host().Matches(markdown).Select(match => match.Groups["host"].Value.ToLowerInvariant())];

    private static bool IsUnwanted(string host, string unwanted)
    {
        var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        foreach (var line in unwanted.AsSpan().EnumerateLines())
        {
            var named = line.Trim();
            if (
                !named.IsEmpty
                && bare.AsSpan().EndsWith(named, StringComparison.OrdinalIgnoreCase)
                && (bare.Length == named.Length || bare[^(named.Length + 1)] == '.')
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Letters of two alphabets in one word, as those have that imitate another: «раypal».</summary>
    private static bool MixesScripts(string text)
    {
        var (latin, other) = (false, false);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                (latin, other) = (false, false);
                continue;
            }

            latin |= rune.Value is < 0x250 or (>= 0x1E00 and < 0x1F00);
            other |= rune.Value is >= 0x370 and < 0x530;
            if (latin && other)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        @"(?:https?://|\bwww\.)(?<host>[^\s/?#:()<>\[\]""']{1,253})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Host();
}
