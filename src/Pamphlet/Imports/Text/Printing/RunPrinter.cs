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

            Append(output, PrintLook(look, span, i, end, left, right, place, depth));
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
        if (
            inner.Runs.All(run => run.Kind is RunKind.Text)
            && words.Equals(address, StringComparison.Ordinal)
            && Address.IsAutomatic(address)
        )
        {
            return $"<{address}>";
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
            var inCell = place.HasFlag(TextPlace.Cell) ? text.Replace("|", @"\|", StringComparison.Ordinal) : text;
            output.Append(Blank.Is(text) ? text : Outside(inCell, CodeMarks.Span));
        }
    }

    private static string PrintOne(Run run, char before, char after, TextPlace place) =>
        run.Kind switch
        {
            RunKind.Text => BareAddress.Print(run.Text, before, after, place),
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
        while (start < end)
        {
            if (char.IsWhiteSpace(words[start]))
            {
                start++;
            }
            else if (words.AsSpan(start, end - start).StartsWith("\\\n"))
            {
                start += 2;
            }
            else
            {
                break;
            }
        }

        while (end > start && char.IsWhiteSpace(words[end - 1]))
        {
            end -= words[end - 1] == '\n' && end - 2 >= start && words[end - 2] == '\\' ? 2 : 1;
        }

        return start >= end ? words : words[..start] + mark(words[start..end]) + words[end..];
    }

    private static void Append(StringBuilder output, string text) => output.Append(text);

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
