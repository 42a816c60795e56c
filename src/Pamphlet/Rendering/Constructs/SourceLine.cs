using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Where something comes from: the words after <c>-- </c> at its end.</summary>
internal sealed record SourceLine(Inline? First, bool NamesWork)
{
    private const string Mark = "-- ";

    /// <summary>Takes the source off the end of <paramref name="block"/>: its last paragraph, or that paragraph's last line.</summary>
    public static SourceLine? Take(ContainerBlock block)
    {
        if (block.LastChild is not ParagraphBlock { Inline: { } words } last)
        {
            return null;
        }

        if (TryStrip(words.FirstChild))
        {
            block.Remove(last);
            return From(words.FirstChild);
        }

        return TakeLastLine(words);
    }

    private static SourceLine? TakeLastLine(ContainerInline words)
    {
        var inline = words.LastChild;
        while (inline is not null and not LineBreakInline)
        {
            inline = inline.PreviousSibling;
        }

        if (inline is null || !TryStrip(inline.NextSibling))
        {
            return null;
        }

        var line = new ContainerInline();
        for (var moved = inline.NextSibling; moved is not null; )
        {
            var next = moved.NextSibling;
            moved.Remove();
            line.AppendChild(moved);
            moved = next;
        }

        inline.Remove();
        return From(line.FirstChild);
    }

    private static bool TryStrip(Inline? inline)
    {
        if (
            inline is not LiteralInline { IsFirstCharacterEscaped: false } literal
            || !literal.Content.AsSpan().StartsWith(Mark, StringComparison.Ordinal)
            || (literal.Content.Length == Mark.Length && literal.NextSibling is null)
        )
        {
            return false;
        }

        literal.Content.Start += Mark.Length;
        return true;
    }

    private static SourceLine From(Inline? first)
    {
        for (var inline = first; inline is not null; inline = inline.NextSibling)
        {
            if (inline is EmphasisInline { DelimiterCount: 1, DelimiterChar: '*' or '_' })
            {
                return new SourceLine(first, NamesWork: true);
            }
        }

        return new SourceLine(first, NamesWork: false);
    }
}
