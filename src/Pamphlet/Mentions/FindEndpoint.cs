using AngleSharp.Html.Parser;

namespace Pamphlet.Mentions;

/// <summary>Where a page takes mentions (W3C Webmention, 3.1.2): its header's word first, then the first element that says so.</summary>
internal static class FindEndpoint
{
    private const string Relation = "webmention";

    /// <returns>Null: nowhere.</returns>
    public static Uri? In(AskedPage page)
    {
        foreach (var (to, relations) in Links(page.LinkHeader))
        {
            if (relations.Split(' ').Contains(Relation, StringComparer.OrdinalIgnoreCase))
            {
                return Resolve(page.Address!, to);
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

    // By hand: a pattern that looks for the next relation from each address takes hours for a header of nothing else.
    private static IEnumerable<(string To, string Relations)> Links(string header)
    {
        foreach (var link in header.Split('<').Skip(1))
        {
            var end = link.IndexOf('>', StringComparison.Ordinal);
            foreach (var parameter in end < 0 ? [] : link[(end + 1)..].Split(';'))
            {
                var equals = parameter.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && parameter.AsSpan(0, equals).Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
                {
                    yield return (link[..end], parameter[(equals + 1)..].Trim(' ', '\t', ',', '"'));
                }
            }
        }
    }
}
