using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

/// <summary>Judges output as a browser reads it, with a list of its own: it shares none with the code that it judges.</summary>
internal static partial class HtmlJudge
{
    private static readonly FrozenSet<string> PostElements = (
        "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 hr i "
        + "img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td "
        + "tfoot th thead time tr u ul var wbr"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PostAttributes = (
        "abbr alt aria-label aria-labelledby class colspan datetime decoding dir height href id lang loading open rel reversed role "
        + "rowspan scope sizes span src srcset start tabindex title type value width"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CommentElements = "p br em strong del code pre blockquote ul ol li a"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CommentAttributes = "href rel start dir"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Classes = (
        "answer as-typed by-editors center credit epigraph heading in1 in2 in3 in4 in5 in6 in7 in8 interview left line noteref notes "
        + "question quotation right verse wide"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Voids = "br col hr img source wbr"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static void AcceptPost(SafeHtml html, string because) =>
        Accept(
            html.At("https://root.example/"),
            PostElements,
            PostAttributes,
            ["http", "https", "mailto", "xmpp"],
            because
        );

    public static void AcceptComment(SafeHtml html, string because)
    {
        AcceptRoots(html.ToString());
        Accept(html.At("https://root.example/"), CommentElements, CommentAttributes, ["http", "https"], because);
    }

    /// <summary>The mark of the root stands only where an address begins.</summary>
    public static void AcceptRoots(string html)
    {
        for (
            var at = html.IndexOf(SafeHtml.Root, StringComparison.Ordinal);
            at >= 0;
            at = html.IndexOf(SafeHtml.Root, at + 1)
        )
        {
            var before = html[..at];
            Assert.True(
                before.EndsWith(" href=\"", StringComparison.Ordinal)
                    || before.EndsWith("src=\"", StringComparison.Ordinal)
                    || before.EndsWith("srcset=\"", StringComparison.Ordinal)
                    || before.EndsWith("w, ", StringComparison.Ordinal),
                $"A root out of place: {html}"
            );
        }
    }

    public static IElement Parse(string html)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body></body>");
        document.Body!.Append([.. new HtmlParser().ParseFragment(html, document.Body)]);
        return document.Body;
    }

    private static void Accept(
        string html,
        FrozenSet<string> elements,
        FrozenSet<string> attributes,
        string[] schemes,
        string because
    )
    {
        var body = Parse(html);
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.True(elements.Contains(element.LocalName), $"<{element.LocalName}> {because}\n{html}");
            foreach (var attribute in element.Attributes)
            {
                Assert.True(attributes.Contains(attribute.Name), $"@{attribute.Name} {because}\n{html}");
            }

            Assert.All(element.ClassList, name => Assert.True(Classes.Contains(name), $"class {name} {because}"));
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") })
            {
                var isInside = address is null or ['#', ..];
                Assert.True(
                    isInside || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme)),
                    $"{address} {because}\n{html}"
                );
            }
        }

        Assert.Empty(body.Descendants<IComment>());
        AcceptNesting(html, body, because);
        AcceptIds(body, because);
    }

    private static void AcceptIds(IElement body, string because)
    {
        var ids = body.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.True(ids.Count == ids.Distinct(StringComparer.Ordinal).Count(), $"An id twice: {because}");
    }

    /// <summary>
    /// Every element that begins ends, in order, and a browser makes the very same tree of it: HTML that a parser must mend is mended
    /// differently by an e-book's reader, and after the list has judged it.
    /// </summary>
    private static void AcceptNesting(string html, IElement body, string because)
    {
        var open = new Stack<string>();
        var written = new List<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (tag.Groups["end"].Length > 0)
            {
                Assert.True(
                    open.TryPop(out var opened) && string.Equals(opened, name, StringComparison.Ordinal),
                    $"</{name}> {because}\n{html}"
                );
                continue;
            }

            written.Add($"{open.Count} {name}");
            if (!Voids.Contains(name))
            {
                open.Push(name);
            }
        }

        Assert.True(open.Count == 0, $"{string.Join(' ', open)} stay open: {because}\n{html}");
        Assert.Equal(
            written,
            body.QuerySelectorAll("*").Select(element => $"{Depth(element, body)} {element.LocalName}")
        );
    }

    private static int Depth(IElement element, IElement body)
    {
        var depth = 0;
        for (var parent = element.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
        {
            depth++;
        }

        return depth;
    }

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-z0-9]+)(?:\s[^<>]*)?>""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Tag();
}
