using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Who asks, who answers: a list of speakers and their words.</summary>
internal static class Interviews
{
    public static void Add(FenceBlock source, HtmlElement into, TreeBuilder tree)
    {
        var askers = Askers(source.Argument);
        HtmlElement? interview = null;
        HtmlElement? words = null;
        foreach (var block in source)
        {
            if (block is ParagraphBlock paragraph && TakeSpeaker(paragraph) is { } speaker)
            {
                if (interview is null)
                {
                    interview = new HtmlElement("dl").With("class", "interview");
                    into.Add(interview);
                }

                if (askers.Count == 0)
                {
                    askers.Add(speaker);
                }

                words = new HtmlElement("dd");
                interview.Add(
                    new HtmlElement("div")
                        .With("class", askers.Contains(speaker) ? "question" : "answer")
                        .Add(new HtmlElement("dt").Add(new HtmlElement("bdi").Add(speaker)))
                        .Add(words)
                );
                if (paragraph.Inline?.FirstChild is null)
                {
                    continue;
                }
            }

            tree.AddBlock(block, words ?? into);
        }
    }

    private static HashSet<string> Askers(string argument) =>
        argument
            .Split([',', '،', '、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes <c>**Name:**</c> off the beginning of a paragraph.</summary>
    private static string? TakeSpeaker(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not EmphasisInline { DelimiterCount: 2, DelimiterChar: '*' or '_' } bold)
        {
            return null;
        }

        var name = Words.Of(bold);
        var next = bold.NextSibling as LiteralInline;
        if (name is [.., ':' or '：'])
        {
            name = name[..^1];
        }
        else if (next is { Content.CurrentChar: ':' or '：' })
        {
            next.Content.Start++;
        }
        else
        {
            return null;
        }

        name = name.Trim();
        if (name.Length == 0)
        {
            return null;
        }

        next?.Content.TrimStart();
        bold.Remove();
        while (paragraph.Inline.FirstChild is LineBreakInline or LiteralInline { Content.IsEmpty: true })
        {
            paragraph.Inline.FirstChild.Remove();
        }

        return name;
    }
}
