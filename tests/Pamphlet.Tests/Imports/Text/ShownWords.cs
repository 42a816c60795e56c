using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Imports.Text.Flow;

namespace Pamphlet.Tests.Imports.Text;

/// <summary>What a reader sees of some HTML: its words in order, and where they lead. Written without looking at the conversion.</summary>
internal static partial class ShownWords
{
    private static readonly HashSet<string> Unseen =
    [
        "script",
        "style",
        "template",
        "svg",
        "input",
        "select",
        "textarea",
        "button",
        "head",
        "title",
        "noframes",
        "param",
        "xml",
        "math",
    ];
    private static readonly HashSet<string> InLine =
    [
        "a",
        "b",
        "strong",
        "i",
        "em",
        "span",
        "font",
        "u",
        "s",
        "strike",
        "del",
        "ins",
        "code",
        "tt",
        "sup",
        "sub",
        "small",
        "big",
        "abbr",
        "cite",
        "kbd",
        "samp",
        "var",
        "mark",
        "q",
        "nobr",
        "bdi",
        "bdo",
        "dfn",
        "ruby",
        "rt",
        "time",
        "o:p",
        "wbr",
        "acronym",
        "label",
    ];

    public static string Of(string html)
    {
        var output = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body!, output);
        return Normal(output.ToString());
    }

    /// <summary>The addresses behind words, and those that stand where something would have loaded.</summary>
    public static IReadOnlySet<string> LinksOf(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var links = body.QuerySelectorAll("a[href]")
            .Where(anchor => anchor.TextContent.Any(char.IsLetterOrDigit))
            .Select(anchor => AddressReader.Normalise(anchor.GetAttribute("href")));
        return links.Select(Spelling).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>As every address is spelled in the end.</summary>
    public static string? Spelling(string address) =>
        Pamphlet.Rendering.OutsideAddress.TryParse(address, out var spelled) ? spelled : null;

    private static void Write(INode node, StringBuilder output)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    output.Append(text.Data);
                    break;
                case IElement { LocalName: "iframe" or "embed" or "object" } embed:
                    output.Append(' ').Append(AddressOf(embed)).Append(' ');
                    break;
                case IElement element when !Unseen.Contains(element.LocalName):
                    var gap = InLine.Contains(element.LocalName) ? "" : " ";
                    output.Append(gap);
                    output.Append(element.LocalName is "q" ? "\"" : "");
                    Write(element, output);
                    output.Append(element.LocalName is "q" ? "\"" : "");
                    output.Append(gap);
                    break;
            }
        }
    }

    private static string AddressOf(IElement embed)
    {
        var address =
            embed.GetAttribute("src")
            ?? embed.GetAttribute("data")
            ?? embed.QuerySelector("embed[src]")?.GetAttribute("src")
            ?? embed.QuerySelector("param[name=movie]")?.GetAttribute("value")
            ?? "";
        return Spelling(EmbedReader.Watchable(AddressReader.Normalise(address))) ?? "";
    }

    // Rendering sets the language's quotation marks, dashes and ellipses.
    private static string Normal(string text)
    {
        text = Pamphlet.Rendering.CleanText.Of(text);
        text = DoubleMarks().Replace(text, "\"");
        text = SingleMarks().Replace(text, "'");
        text = Dashes().Replace(text, "-");
        text = Dots().Replace(text, "...");
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex("[“”„«»]")]
    private static partial Regex DoubleMarks();

    [GeneratedRegex("[‘’‚]")]
    private static partial Regex SingleMarks();

    [GeneratedRegex("---|--|[–—]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"…|\.{3,}")]
    private static partial Regex Dots();

    [GeneratedRegex(@"[\s\u200b\u00a0]+")]
    private static partial Regex Spaces();
}
