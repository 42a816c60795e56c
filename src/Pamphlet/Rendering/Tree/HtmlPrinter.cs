using System.Buffers;
using System.Text;

namespace Pamphlet.Rendering.Tree;

/// <summary>Writes a tree as HTML. The only place where words are encoded, so that no construct can forget to.</summary>
internal static class HtmlPrinter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\f\r\u000e\u000f"
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f"
    );

    /// <param name="limit">The most characters it may come to: a short text can name a long address ten thousand times.</param>
    /// <exception cref="TooMuchException">More than <paramref name="limit"/>: the text's fault.</exception>
    public static string Print(HtmlElement root, int limit, int likely = 256)
    {
        var output = new StringBuilder(likely);
        Write(root, output, limit);
        return output.ToString();
    }

    public static void WriteText(ReadOnlySpan<char> text, StringBuilder output, bool isRooted = false)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                output.Append(text);
                return;
            }

            output.Append(text[..at]);
            output.Append(
                text[at] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    SafeHtml.Root when isRooted => "\u0001",
                    // An entity can name a control character that the text itself could not hold; one of them is our mark.
                    _ => "",
                }
            );
            text = text[(at + 1)..];
        }
    }

    private static void Write(HtmlNode node, StringBuilder output, int limit)
    {
        if (output.Length > limit)
        {
            throw new TooMuchException();
        }

        switch (node)
        {
            case HtmlText text:
                WriteText(text.Text.Span, output);
                break;
            case HtmlElement element:
                WriteElement(element, output, limit);
                break;
            case CutMark { IsPlace: true }:
                output.Append("<span id=\"more\"></span>");
                break;
        }
    }

    private static void WriteElement(HtmlElement element, StringBuilder output, int limit)
    {
        if (element.Name.Length == 0)
        {
            WriteChildren(element, output, limit);
            return;
        }

        output.Append('<').Append(element.Name);
        WriteAttributes(element, output);
        output.Append('>');
        if (!element.IsVoid)
        {
            if (string.Equals(element.Name, "pre", StringComparison.Ordinal))
            {
                // HTML swallows a first line feed; this one, so that none of the author's is.
                output.Append('\n');
            }

            WriteChildren(element, output, limit);
            output.Append("</").Append(element.Name).Append('>');
        }

        if (!element.IsInline || element.Name is "br")
        {
            output.Append('\n');
        }
    }

    private static void WriteChildren(HtmlElement element, StringBuilder output, int limit)
    {
        foreach (var child in element.Children)
        {
            Write(child, output, limit);
        }
    }

    private static void WriteAttributes(HtmlElement element, StringBuilder output)
    {
        foreach (var (name, value, isRooted) in element.Attributes)
        {
            output.Append(' ').Append(name);
            if (value.Length == 0 && !string.Equals(name, "alt", StringComparison.Ordinal))
            {
                continue;
            }

            output.Append("=\"");
            WriteText(value, output, isRooted);
            output.Append('"');
        }
    }
}
