using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.RawHtml;

/// <summary>
/// Prints a tree in which HTML of somebody's own stands between elements of ours, so that a parser can make one tree of both.
/// </summary>
/// <remarks>
/// Ours carry a mark that leads back to what we meant. It holds the hash of the whole text, so that no text can hold its own
/// mark: otherwise a stranger could write an element that passes for ours.
/// </remarks>
internal sealed class MarkedPrinter
{
    private readonly string secret;
    private readonly List<HtmlNode> own = [];
    private readonly StringBuilder output = new();

    public MarkedPrinter(string source)
    {
        secret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
    }

    public string Print(HtmlElement root)
    {
        WriteChildren(root);
        return output.ToString();
    }

    /// <summary>What a mark stands for, or null: it is not one of ours.</summary>
    public HtmlNode? Find(string? mark) =>
        mark is not null
        && mark.StartsWith(secret, StringComparison.Ordinal)
        && int.TryParse(mark.AsSpan(secret.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < own.Count
            ? own[index]
            : null;

    private void Write(HtmlNode node)
    {
        switch (node)
        {
            case HtmlText text:
                HtmlPrinter.WriteText(text.Text.Span, output);
                break;
            case HtmlRaw raw:
                output.Append(raw.Html);
                break;
            case CutMark:
                Open("wbr", node);
                break;
            case HtmlElement { Name: "" } bundle:
                WriteChildren(bundle);
                break;
            case HtmlElement element:
                Open(element.Name, element);
                if (!element.IsVoid)
                {
                    if (element.Name is "pre")
                    {
                        output.Append('\n');
                    }

                    WriteChildren(element);
                    output.Append("</").Append(element.Name).Append('>');
                }

                if (!element.IsInline)
                {
                    output.Append('\n');
                }

                break;
        }
    }

    private void WriteChildren(HtmlElement element)
    {
        foreach (var child in element.Children)
        {
            Write(child);
        }
    }

    private void Open(string name, HtmlNode node)
    {
        output
            .Append('<')
            .Append(name)
            .Append(' ')
            .Append(AllowedHtml.OwnMark)
            .Append("=\"")
            .Append(secret)
            .Append(CultureInfo.InvariantCulture, $"{own.Count}")
            .Append("\">");
        own.Add(node);
    }
}
