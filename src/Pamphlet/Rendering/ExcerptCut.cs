using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>Cuts a single block that is too long for a list: between sentences where it can, between words where it must.</summary>
internal static class ExcerptCut
{
    // Ninety words in any language; a word without an end is no word.
    private const int MostCharacters = 1000;

    private const string SentenceEnds = ".?!…。？！؟۔";
    private const string Closers = "\"”’»“)]」』";

    public static HtmlNode To(HtmlNode block, int words)
    {
        var text = Text(block);
        var end = Math.Clamp(WordCount.LengthOf(text, words), 1, MostCharacters);
        if (end >= text.Length)
        {
            return block;
        }

        var sentence = SentenceEnd(text.AsSpan(0, end));
        var isSentence = sentence > end / 2;
        end = isSentence ? sentence : text.AsSpan(0, end).TrimEnd().Length;
        var left = end;
        return Copy(block, ref left, isSentence ? " …" : "…")!;
    }

    private static HtmlNode? Copy(HtmlNode node, ref int left, string mark)
    {
        if (left <= 0)
        {
            return null;
        }

        if (node is HtmlText text)
        {
            if (text.Text.Length < left)
            {
                left -= text.Text.Length;
                return text;
            }

            var length = left;
            left = 0;
            return new HtmlText(string.Concat(text.Text.Span[..length], mark).AsMemory());
        }

        var source = (HtmlElement)node;
        var copy = source.Shell();
        foreach (var child in source.Children)
        {
            // Whose words they are stays with them, however few are shown.
            var kept = child is HtmlElement { Name: "figcaption" } ? child : Copy(child, ref left, mark);
            if (kept is not null)
            {
                copy.Add(kept);
            }
        }

        left -= Parts(source) ? 1 : 0;
        return copy.Children.Count == 0 && source.Children.Count > 0 ? null : copy;
    }

    private static string Text(HtmlNode node)
    {
        var text = new System.Text.StringBuilder();
        Append(node, text);
        return text.ToString();
    }

    private static void Append(HtmlNode node, System.Text.StringBuilder into)
    {
        switch (node)
        {
            case HtmlText text:
                into.Append(text.Text.Span);
                break;
            case HtmlElement { Name: not "figcaption" } element:
                foreach (var child in element.Children)
                {
                    Append(child, into);
                }

                if (Parts(element))
                {
                    into.Append('\n');
                }

                break;
        }
    }

    /// <summary>Whether the words before and after it are two, though no space stands between.</summary>
    private static bool Parts(HtmlElement element) => element.Name is "br" || !element.IsInline;

    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (!SentenceEnds.Contains(text[i], StringComparison.Ordinal))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && Closers.Contains(text[end], StringComparison.Ordinal))
            {
                end++;
            }

            if (end == text.Length || char.IsWhiteSpace(text[end]) || text[i] > '\u3000')
            {
                return end;
            }
        }

        return 0;
    }
}
