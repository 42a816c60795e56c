using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Pamphlet.Mentions;

/// <summary>Where a page takes mentions (W3C Webmention, 3.1.2): its header's word first, then the first element that says so.</summary>
internal static partial class FindEndpoint
{
    private const string Relation = "webmention";

    /// <returns>Null: nowhere.</returns>
    public static Uri? In(AskedPage page)
    {
        foreach (Match link in Header().Matches(page.LinkHeader))
        {
            var relations = link.Groups["rel"].Value.Trim('"').Split(' ');
            if (relations.Contains(Relation, StringComparer.OrdinalIgnoreCase))
            {
                return Resolve(page.Address!, link.Groups["to"].Value);
            }
        }

        var element = new HtmlParser()
            .ParseDocument(page.Html)
            .QuerySelectorAll("link[rel][href], a[rel][href]")
            .FirstOrDefault(one =>
                one.GetAttribute("rel")!.Split(' ').Contains(Relation, StringComparer.OrdinalIgnoreCase)
            );
        return element is null ? null : Resolve(page.Address!, element.GetAttribute("href")!);
    }

    private static Uri? Resolve(Uri from, string named) => Uri.TryCreate(from, named, out var to) ? to : null;

    [GeneratedRegex(
        "<(?<to>[^>]*)>[^,]*?;\\s*rel\\s*=\\s*(?<rel>\"[^\"]*\"|[^\\s;,]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Header();
}
