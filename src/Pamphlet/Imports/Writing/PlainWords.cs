using System.Net;
using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Writing;

/// <summary>The first words of some HTML, for a text that has no title.</summary>
internal static partial class PlainWords
{
    /// <summary>How much of a text is looked at, in characters.</summary>
    private const int Looked = 20_000;

    /// <summary>The first <paramref name="count"/> words with «…» behind them if there are more; <c>""</c> where there are none.</summary>
    public static string First(string html, int count)
    {
        var words = Of(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = CleanName.Of(string.Join(' ', words.Take(count)));
        return first.Length > 0 && words.Length > count ? first.TrimEnd('.', ',', ';', ':', '،', '؛') + "…" : first;
    }

    /// <summary>The words of the beginning, tags and entities gone.</summary>
    public static string Of(string html)
    {
        var head = html.Length > Looked ? html[..Looked] : html;
        return WebUtility.HtmlDecode(OtherTags().Replace(InlineTags().Replace(Unseen().Replace(head, " "), ""), " "));
    }

    [GeneratedRegex(
        @"<script\b.*?(</script\s*>|\z)|<style\b.*?(</style\s*>|\z)|<!--.*?(-->|\z)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unseen();

    [GeneratedRegex(
        @"</?(a|b|i|u|s|em|strong|span|font|small|big|sub|sup|code|q|cite)(\s[^<>]*)?>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex InlineTags();

    [GeneratedRegex(@"<[a-zA-Z/!?][^<>]*(>|\z)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OtherTags();
}
