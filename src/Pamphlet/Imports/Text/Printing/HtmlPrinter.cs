using System.Text;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Flow;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>Prints a table that Markdown cannot say as the HTML that the paper's rendering lets through, and nothing else of it.</summary>
internal sealed class HtmlPrinter(Conversion conversion)
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "code",
        "sup",
        "sub",
        "u",
        "s",
        "abbr",
        "dl",
        "dt",
        "dd",
    };

    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["b"] = "strong",
        ["strong"] = "strong",
        ["i"] = "em",
        ["em"] = "em",
        ["h1"] = "h2",
        ["h2"] = "h2",
        ["h3"] = "h3",
        ["h4"] = "h4",
        ["h5"] = "h4",
        ["h6"] = "h4",
        ["div"] = "p",
        ["del"] = "s",
        ["strike"] = "s",
        ["tt"] = "code",
        ["pre"] = "code",
        ["center"] = "p",
        ["address"] = "p",
    };

    private static readonly string[] KeptAttributes = ["colspan", "rowspan", "scope", "start"];

    private readonly StringBuilder output = new();

    public string Print(IElement table)
    {
        Write(table);
        return output.ToString().Trim();
    }

    private void Write(INode node)
    {
        switch (node)
        {
            case IText text:
                WriteText(text.Data);
                break;
            case IElement { LocalName: "br" }:
                output.Append("<br>");
                break;
            case IElement { LocalName: "img" } image:
                WriteRuns(conversion.Pictures.Read(image, null, RunStyle.Plain));
                break;
            case IElement { LocalName: "iframe" or "embed" or "object" or "video" or "audio" } embed:
                WriteRuns(
                    EmbedReader.Read(embed, conversion).OfType<Paragraph>().SelectMany(paragraph => paragraph.Runs)
                );
                break;
            case IElement { LocalName: "a" } anchor:
                WriteLink(anchor);
                break;
            case IElement element when !DroppedElements.Takes(element, conversion.Dropped):
                WriteElement(element);
                break;
        }
    }

    private void WriteElement(IElement element)
    {
        conversion.Dropped.CountHandlers(element);
        var name = Renamed.GetValueOrDefault(element.LocalName, element.LocalName);
        if (!Kept.Contains(name) && !Renamed.ContainsValue(name))
        {
            WriteChildren(element);
            return;
        }

        var isRow = name is "table" or "thead" or "tbody" or "tfoot" or "tr";
        output.Append('<').Append(name);
        foreach (var attribute in KeptAttributes)
        {
            if (element.GetAttribute(attribute) is { Length: > 0 and < 20 } value)
            {
                output.Append(' ').Append(attribute).Append("=\"").Append(HtmlEscape.Attribute(value)).Append('"');
            }
        }

        output.Append('>').Append(isRow ? "\n" : "");
        WriteChildren(element);
        output.Append("</").Append(name).Append('>').Append(isRow || name is "td" or "th" ? "\n" : "");
    }

    private void WriteChildren(IElement element)
    {
        foreach (var child in element.ChildNodes)
        {
            Write(child);
        }
    }

    private void WriteLink(IElement anchor)
    {
        var href = anchor.GetAttribute("href");
        if (href is null || conversion.Addresses.Read(href) is not { } address)
        {
            if (href is null || !AddressReader.NamesFile(href) || !AddressReader.NamesFile(anchor.TextContent))
            {
                WriteChildren(anchor);
            }

            return;
        }

        output.Append("<a href=\"").Append(HtmlEscape.Attribute(address)).Append("\">");
        WriteChildren(anchor);
        output.Append("</a>");
    }

    private void WriteRuns(IEnumerable<Run> runs)
    {
        foreach (var run in runs)
        {
            if (run.Kind is RunKind.Picture)
            {
                output
                    .Append("<img src=\"")
                    .Append(HtmlEscape.Attribute(run.Text))
                    .Append("\" alt=\"")
                    .Append(HtmlEscape.Attribute(run.Alt))
                    .Append("\">");
            }
            else if (run.Style.Link is { } link)
            {
                output
                    .Append("<a href=\"")
                    .Append(HtmlEscape.Attribute(link))
                    .Append("\">")
                    .Append(HtmlEscape.Text(run.Text))
                    .Append("</a>");
            }
            else
            {
                output.Append(HtmlEscape.Text(run.Text));
            }
        }
    }

    // An empty line would end the block, and what follows would be read as Markdown.
    private void WriteText(string data)
    {
        var text = AddressReader.WithoutFilePaths(CleanText.Of(data), out var taken);
        if (taken > 0)
        {
            conversion.Dropped.Add("address file", taken);
        }

        if (Blank.Is(text))
        {
            output.Append(output.Length > 0 && output[^1] is not ('\n' or ' ') ? " " : "");
            return;
        }

        var words = text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        output
            .Append(char.IsWhiteSpace(text[0]) ? " " : "")
            .AppendJoin(' ', words.Select(HtmlEscape.Text))
            .Append(char.IsWhiteSpace(text[^1]) ? " " : "");
    }
}
