using System.Globalization;
using System.Text.RegularExpressions;

namespace Pamphlet.Rendering;

/// <summary>
/// Looks through rules that editors wrote for their style sheet: a page may ask nobody, and every address in a style sheet is
/// a request of each reader. What is not known to be harmless is refused.
/// </summary>
internal static class OwnRules
{
    /// <summary>In characters: readers load it with the first page.</summary>
    public const int Longest = 20_000;

    private static readonly HashSet<string> Statements = new(StringComparer.OrdinalIgnoreCase)
    {
        "media",
        "supports",
        "container",
        "layer",
        "page",
        "keyframes",
    };

    // Only what makes a colour, a length, a shape or a selector. What fetches is not among them: url, src, image, image-set.
    private static readonly HashSet<string> Functions = new(
        (
            "var calc min max clamp abs sign round mod rem pow sqrt hypot env "
            + "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark "
            + "linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient "
            + "repeating-conic-gradient minmax repeat fit-content translate translatex translatey scale scalex scaley rotate "
            + "skew skewx skewy matrix blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia "
            + "cubic-bezier steps linear not is where has lang dir nth-child nth-last-child nth-of-type nth-last-of-type "
            + "counter counters polygon circle ellipse inset format"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <returns>What stands there first that a reader's browser might follow or stumble over, or null.</returns>
    public static RuleFault? FirstFault(string rules)
    {
        var depth = 0;
        foreach (Match found in Tokens.Matches(rules))
        {
            var word = found.Value;
            var isRefused = word[0] switch
            {
                // A carriage return or a form feed ends a line of CSS, and with it a string, where we see none.
                < ' ' or '\u007f' => true,
                '@' => !Statements.Contains(word[1..]),
                '"' or '\'' => word.Length < 2 || word[^1] != word[0],
                '{' => ++depth > 6,
                '}' => --depth < 0,
                // A backslash writes any word in disguise; «<» would end the page that the sheet stands in.
                '\\' or '<' => true,
                '/' => word.Length < 4 || !word.EndsWith("*/", StringComparison.Ordinal),
                _ => !Functions.Contains(word[..^1]),
            };
            if (isRefused)
            {
                return new RuleFault(LineOf(rules, found.Index), Shown(word));
            }
        }

        return depth == 0 ? null : new RuleFault(LineOf(rules, rules.Length), "{");
    }

    private static string Shown(string word) => word.Length <= 40 ? word : $"{word.AsSpan(0, 40)}…";

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');

    // A remark, a statement, a string (the last two unfinished too), a function, or a letter that this language needs nowhere. Remarks and
    // strings are found in one pass: each may hold what begins the other, and only the first of them begins anything. No remark may hold
    // «<»: some pages carry the sheet within themselves.
    private static readonly Regex Tokens = new(
        "/\\*(?:[^*<]*\\*+(?:[^/*<][^*<]*\\*+)*/)?|@[-\\w]*|\"[^\"\0-\\x08\n-\\x1F\\\\<]*\"?|'[^'\0-\\x08\n-\\x1F\\\\<]*'?|[-\\w]+\\(|[{}\\\\<]"
            + "|[\0-\\x08\\x0B-\\x1F\\x7F]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );
}

/// <param name="Line">From 1.</param>
/// <param name="What">The word that may not stand there.</param>
internal sealed record RuleFault(int Line, string What)
{
    public string LineNumber => Line.ToString(CultureInfo.InvariantCulture);
}
