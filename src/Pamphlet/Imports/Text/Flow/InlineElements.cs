using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Elements within a line: how they change the look of what is in them.</summary>
internal static class InlineElements
{
    private static readonly HashSet<string> Unwrapped = new(StringComparer.Ordinal)
    {
        "span",
        "font",
        "small",
        "big",
        "nobr",
        "bdi",
        "bdo",
        "blink",
        "label",
        "time",
        "data",
        "output",
        "rb",
        "rtc",
        "o:p",
        "math",
        "noscript",
        "acronym",
        "wbr",
        "picture",
        "strike",
        "slot",
        "meter",
        "progress",
    };

    /// <returns>False for what is a block or a line's end.</returns>
    public static bool TryRead(IElement element, RunStyle style, FlowReader reader, Conversion conversion, Lines lines)
    {
        switch (element.LocalName)
        {
            case "a":
                LinkReader.Read(element, style, reader, conversion, lines);
                return true;
            case "img":
                foreach (var run in conversion.Pictures.Read(element, null, style))
                {
                    AddPicture(element, run, lines);
                }

                return true;
            case "q":
                lines.Add(Run.Words("\"", style));
                reader.ReadChildren(element, style);
                lines.Add(Run.Words("\"", style));
                return true;
            case "ruby":
                ReadTagged(element, "ruby", style, reader, lines);
                return true;
            case "rt" when element.Closest("ruby") is not null:
                ReadTagged(element, "rt", style, reader, lines);
                return true;
            case "rt":
                reader.ReadChildren(element, style);
                return true;
        }

        if (StyleOf(element, style) is not { } inner)
        {
            return false;
        }

        inner = ElementStyle.Read(element, inner);
        if (ForeignText.WordsLanguageOf(element, conversion) is { } language)
        {
            inner = inner with { Language = language };
        }

        reader.ReadChildren(element, inner);
        return true;
    }

    /// <summary>A picture set beside the text was a picture before it.</summary>
    public static void AddPicture(IElement element, Run run, Lines lines)
    {
        var isBeside =
            run.Kind is RunKind.Picture
            && !run.IsSmall
            && (
                element.GetAttribute("align") is "left" or "right"
                || ElementStyle.Value(element, "float") is "left" or "right"
            );
        if (isBeside)
        {
            lines.EndBlock();
        }

        lines.Add(run);
        if (isBeside)
        {
            lines.EndParagraph();
        }
    }

    private static void ReadTagged(IElement element, string name, RunStyle style, FlowReader reader, Lines lines)
    {
        lines.Add(new Run(RunKind.Tag, $"<{name}>", style));
        reader.ReadChildren(element, style);
        lines.Add(new Run(RunKind.Tag, $"</{name}>", style));
    }

    private static RunStyle? StyleOf(IElement element, RunStyle style) =>
        element.LocalName switch
        {
            "b" or "strong" => style with { IsStrong = true },
            "i" or "em" or "cite" or "dfn" or "var" => style with { IsEmphasis = true },
            "s" or "strike" or "del" => style with { IsStruck = true },
            "code" or "tt" or "kbd" or "samp" => style with { IsCode = true },
            "sup" => style.Within("<sup>"),
            "sub" => style.Within("<sub>"),
            "u" => style.Within("<u>"),
            "ins" => style.Within("<ins>"),
            "mark" => style.Within("<mark>"),
            "abbr" or "acronym" when TitleOf(element) is { } title => style.Within($"<abbr title=\"{title}\">"),
            "abbr" => style,
            _ when Unwrapped.Contains(element.LocalName) || element.LocalName.Contains(':', StringComparison.Ordinal) =>
                style,
            _ => null,
        };

    private static string? TitleOf(IElement element)
    {
        var title = CleanText.Of(element.GetAttribute("title") ?? "").ReplaceLineEndings(" ").Trim();
        return title.Length is 0 or > 300 ? null : Printing.HtmlEscape.Attribute(title);
    }
}
