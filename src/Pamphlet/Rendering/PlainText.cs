using System.Buffers;
using System.Text;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>A tree's words alone, one paragraph a line; the notes come last, without their numbers.</summary>
internal sealed class PlainText
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \n\t\r");
    private static readonly SearchValues<char> LineSpace = SearchValues.Create("\n\t\r");

    private readonly StringBuilder output = new();
    private bool pendingSpace;
    private bool isGlued;

    private PlainText() { }

    /// <returns>The words, and how many of them stand before the notes.</returns>
    public static (string Plain, int Words) Of(HtmlElement body)
    {
        var plain = new PlainText();
        HtmlElement? notes = null;
        foreach (var child in body.Children)
        {
            if (child is HtmlElement section && section.Is("section", "notes"))
            {
                notes = section;
            }
            else
            {
                plain.Write(child);
            }
        }

        plain.EndLine();
        var length = plain.output.Length;
        if (notes is not null)
        {
            plain.Write(notes);
            plain.EndLine();
        }

        var text = plain.output.ToString();
        return (text.TrimEnd('\n'), WordCount.Of(text.AsSpan(0, length)));
    }

    /// <summary>The words of one piece, on one line.</summary>
    public static string Line(HtmlNode node)
    {
        var plain = new PlainText();
        plain.Write(node);
        return plain.output.Replace('\n', ' ').ToString().Trim();
    }

    private void Write(HtmlNode node)
    {
        switch (node)
        {
            case HtmlText text:
                WriteText(text.Text.Span);
                break;
            case HtmlElement element when !IsSilent(element):
                WriteElement(element);
                break;
        }
    }

    private void WriteElement(HtmlElement element)
    {
        if (element.Name is "br")
        {
            pendingSpace = true;
            return;
        }

        var isBlock = !element.IsInline && element.Name.Length > 0;
        if (isBlock)
        {
            EndLine();
        }

        foreach (var child in element.Children)
        {
            Write(child);
        }

        if (element.Name is "dt" && element.Children is [HtmlElement { Name: "bdi" }])
        {
            // A speaker and the first words are one line, as in print.
            output.Append(':');
            pendingSpace = true;
            isGlued = true;
        }
        else if (element.Name is "td" or "th")
        {
            pendingSpace = true;
            isGlued = true;
        }
        else if (isBlock)
        {
            isGlued = false;
            EndLine();
        }
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var start = text.IndexOfAnyExcept(Space);
            if (start != 0)
            {
                pendingSpace = true;
                text = start < 0 ? [] : text[start..];
                continue;
            }

            if (pendingSpace && output.Length > 0 && output[^1] is not '\n')
            {
                output.Append(' ');
            }

            pendingSpace = false;
            isGlued = false;
            var run = text[..RunLength(text)];
            output.Append(run);
            text = text[run.Length..];
        }
    }

    /// <summary>How far the text goes without white space but single spaces between words.</summary>
    private static int RunLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(LineSpace);
        end = end < 0 ? text.Length : end;
        var twice = text[..end].IndexOf("  ", StringComparison.Ordinal);
        end = twice < 0 ? end : twice;
        return text[..end].TrimEnd(' ').Length;
    }

    private void EndLine()
    {
        if (isGlued)
        {
            return;
        }

        pendingSpace = false;
        if (output.Length > 0 && output[^1] is not '\n')
        {
            output.Append('\n');
        }
    }

    /// <summary>Numbers of notes and ways back are furniture, not words.</summary>
    private static bool IsSilent(HtmlElement element) =>
        element.Is("sup", "noteref") || element["role"] is "doc-backlink" || element["id"] is "notes";
}
