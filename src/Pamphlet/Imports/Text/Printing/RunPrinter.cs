using System.Text;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>Prints the runs of one paragraph. Of the looks that begin at a run, the one that lasts longest is the outermost.</summary>
internal sealed class RunPrinter(bool allowsHtml)
{
    // Runs in one paragraph that each begin anew what another ends would make printing quadratic; no honest paragraph has so many.
    private const int MostNesting = 12;

    public string Print(IReadOnlyList<Run> runs, TextPlace place = TextPlace.Anywhere) =>
        Print(new Span(runs, 0, runs.Count), '\n', '\n', place, 0);

    private string Print(Span span, char before, char after, TextPlace place, int depth)
    {
        var output = new StringBuilder();
        for (var i = span.Start; i < span.End; )
        {
            var run = span.Runs[i];
            var left = output.Length > 0 ? output[^1] : before;
            var (look, end) = depth < MostNesting ? Looks.Longest(span.Runs, i, span.End) : (Look.None, i + 1);
            var right = end < span.End ? FirstOf(span.Runs[end]) : after;
            if (look is Look.None)
            {
                output.Append(PrintOne(run, left, right, place));
                i++;
                continue;
            }

            output.Append(PrintLook(look, span, i, end, left, right, place, depth));
            i = end;
        }

        return output.ToString();
    }

    private string PrintLook(
        Look look,
        Span span,
        int start,
        int end,
        char before,
        char after,
        TextPlace place,
        int depth
    )
    {
        var style = span.Runs[start].Style;
        var inner = new Span(
            span.Runs.Skip(start)
                .Take(end - start)
                .Select(run => run with { Style = Looks.Without(look, run.Style) })
                .ToArray(),
            0,
            end - start
        );
        switch (look)
        {
            case Look.Link:
                return PrintLink(inner, style.Link!, before, after, place, depth);
            case Look.Language:
                return Outside(
                    Print(inner, '[', ']', place | TextPlace.Link, depth + 1),
                    words => $"[{words}]{{lang={style.Language}}}"
                );
            case Look.Code:
                return PrintCode(inner, before, after, place);
            case Look.Tag:
                var tag = Looks.OutermostTag(style);
                return allowsHtml
                    ? Outside(Print(inner, '>', '<', place, depth + 1), words => $"{tag}{words}</{Looks.NameOf(tag)}>")
                    : Print(inner, before, after, place, depth + 1);
            default:
                var kind = look switch
                {
                    Look.Strong => Emphasis.Strong,
                    Look.Struck => Emphasis.Struck,
                    _ => Emphasis.Slanted,
                };
                var mark = EmphasisMarks.MarksOf(kind).First()[0];
                var words = Print(inner, mark, mark, place, depth + 1);
                return Outside(words, text => EmphasisMarks.Wrap(text, kind, before, after, allowsHtml) ?? text);
        }
    }

    private string PrintLink(Span inner, string address, char before, char after, TextPlace place, int depth)
    {
        var words = string.Concat(inner.Runs.Select(run => run.Text));
        if (allowsHtml && inner.Runs.All(run => run.Kind is RunKind.Text) && Address.SaysItself(words, address))
        {
            return $"<{words}>";
        }

        var printed = Print(inner, '[', ']', place | TextPlace.Link, depth + 1);
        return Blank.Is(printed) ? printed : Outside(printed, text => $"[{text}]({Address.Of(address)})");
    }

    private string PrintCode(Span inner, char before, char after, TextPlace place)
    {
        var output = new StringBuilder();
        var code = new StringBuilder();
        foreach (var run in inner.Runs)
        {
            if (run.Kind is RunKind.Text)
            {
                code.Append(run.Text);
                continue;
            }

            Close();
            output.Append(PrintOne(run, output.Length > 0 ? output[^1] : before, after, place));
        }

        Close();
        return output.ToString();

        void Close()
        {
            var text = code.ToString();
            code.Clear();
            var left = output.Length > 0 ? output[^1] : before;
            output.Append(Blank.Is(text) ? text : Outside(text, words => CodeOf(words, left, after, place)));
        }
    }

    /// <summary>
    /// A stroke parts the cells of a table, and programs differ on whether it does so within code; backticks beside backticks run
    /// together. There HTML says it, or nothing does.
    /// </summary>
    private string CodeOf(string code, char before, char after, TextPlace place)
    {
        var isPlain =
            before != '`'
            && after != '`'
            && !(place.HasFlag(TextPlace.Cell) && code.Contains('|', StringComparison.Ordinal));
        if (isPlain)
        {
            return CodeMarks.Span(code);
        }

        var words = TextEscape.Of(code, '>', '<', place);
        return allowsHtml ? $"<code>{words}</code>" : words;
    }

    private string PrintOne(Run run, char before, char after, TextPlace place) =>
        run.Kind switch
        {
            RunKind.Text => BareAddress.Print(run.Text, before, after, place, allowsHtml),
            RunKind.Break => place.HasFlag(TextPlace.Cell) ? "<br>" : "\\\n",
            RunKind.NoteMark => $"[^{run.Text}]",
            RunKind.Picture => $"![{TextEscape.Of(run.Alt, '[', ']', place | TextPlace.Link)}]({run.Text})",
            RunKind.Tag => run.Text,
            _ => "",
        };

    /// <summary>White space and line ends at the edges stay outside of what is marked, for there no mark holds.</summary>
    private static string Outside(string words, Func<string, string> mark)
    {
        var (start, end) = (0, words.Length);
        while (start < end && LeadingGap(words.AsSpan(start, end - start)) is > 0 and var gap)
        {
            start += gap;
        }

        while (end > start && TrailingGap(words.AsSpan(start, end - start)) is > 0 and var gap)
        {
            end -= gap;
        }

        return start >= end ? words : words[..start] + mark(words[start..end]) + words[end..];
    }

    private static int LeadingGap(ReadOnlySpan<char> words) =>
        words.StartsWith("\\\n") ? 2
        : words.StartsWith("<br>") ? 4
        : char.IsWhiteSpace(words[0]) ? 1
        : 0;

    private static int TrailingGap(ReadOnlySpan<char> words) =>
        words.EndsWith("\\\n") ? 2
        : words.EndsWith("<br>") ? 4
        : char.IsWhiteSpace(words[^1]) ? 1
        : 0;

    /// <summary>What a run will begin with, as far as its neighbour must know.</summary>
    private static char FirstOf(Run run) =>
        run.Kind switch
        {
            RunKind.Break => '\n',
            RunKind.Picture => '!',
            RunKind.NoteMark => '[',
            RunKind.Tag => '<',
            _ when run.Text.Length > 0 && char.IsWhiteSpace(run.Text[0]) => run.Text[0],
            _ => Looks.FirstMark(run.Style) ?? (run.Text.Length > 0 ? run.Text[0] : '\n'),
        };

    private sealed record Span(IReadOnlyList<Run> Runs, int Start, int End);
}
