using System.Text;
using Markdig.Syntax.Inlines;

namespace Pamphlet.Rendering.Constructs;

/// <summary>The mere words of parsed text: for what a picture shows, a speaker's name, the address of a heading.</summary>
internal static class Words
{
    public static string Of(ContainerInline? source)
    {
        if (source?.FirstChild is LiteralInline { NextSibling: null } only)
        {
            return only.Content.ToString();
        }

        var words = new StringBuilder();
        for (var inline = source?.FirstChild; inline is not null; inline = Next(inline, source!))
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
            }
        }

        return words.ToString().Trim();
    }

    // Without recursion: how deep emphasis nests is up to whoever wrote it.
    private static Inline? Next(Inline inline, ContainerInline end)
    {
        if (inline is ContainerInline { FirstChild: { } child })
        {
            return child;
        }

        Inline? current = inline;
        while (current is not null && current != end)
        {
            if (current.NextSibling is { } sibling)
            {
                return sibling;
            }

            current = current.Parent;
        }

        return null;
    }
}
