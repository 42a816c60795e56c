using System.Diagnostics.CodeAnalysis;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.RawHtml;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>Editors' Markdown (<c>docs/writing.md</c>) to HTML. Pure: no clock, no database, no network.</summary>
internal static class PostRenderer
{
    /// <summary>The key in <see cref="RenderedText.Dropped"/> of a text that could only be shown as it was typed.</summary>
    public const string AsTyped = "as typed";

    // A picture's name of 24 characters becomes 1.5 kB of sizes and formats; nothing honest grows faster.
    private const int MostGrowth = 64;
    private const int AnyText = 256 * 1024;

    private static readonly IReadOnlyDictionary<string, int> NothingDropped = new Dictionary<string, int>(
        StringComparer.Ordinal
    );

    /// <summary>Renders a text. It never refuses one: what cannot be rendered is shown as it was typed, and <c>Dropped</c> says so.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "One text that a parser stumbles over must not keep the whole edition from appearing."
    )]
    public static RenderedText Render(string markdown, RenderContext context)
    {
        var text = CleanText.Of(markdown);
        try
        {
            return MarkdownBomb.IsLikely(text) ? ShowAsTyped(text) : RenderTree(text, context);
        }
        catch (Exception)
        {
            return ShowAsTyped(text);
        }
    }

    private static RenderedText RenderTree(string text, RenderContext context)
    {
        var builder = new TreeBuilder(context);
        var body = builder.Build(EditorsMarkdown.Parse(text));
        var dropped = NothingDropped;
        if (builder.HoldsRawHtml)
        {
            (body, dropped) = RawHtmlCleaner.Clean(body, text, builder);
        }

        return Finish(body, dropped, text.Length);
    }

    private static RenderedText ShowAsTyped(string text) =>
        Finish(
            new HtmlElement("").Add(new HtmlElement("pre").With("class", "as-typed").Add(text)),
            new Dictionary<string, int>(StringComparer.Ordinal) { [AsTyped] = 1 },
            text.Length
        );

    private static RenderedText Finish(HtmlElement body, IReadOnlyDictionary<string, int> dropped, int length)
    {
        var limit = (int)Math.Min(int.MaxValue, ((long)length * MostGrowth) + AnyText);
        var mark = FirstMark(body);
        mark?.IsPlace = true;
        var html = HtmlPrinter.Print(body, limit, likely: length + (length / 2));
        var (excerpt, isCut) = Excerpt.Of(body);
        var (plain, words) = PlainText.Of(body);
        return new RenderedText(
            new SafeHtml(html),
            new SafeHtml(HtmlPrinter.Print(excerpt, limit)),
            isCut,
            plain,
            words,
            dropped
        )
        {
            HasCutMark = mark is not null,
        };
    }

    private static CutMark? FirstMark(HtmlElement element)
    {
        foreach (var child in element.Children)
        {
            var mark = child as CutMark ?? (child is HtmlElement inner ? FirstMark(inner) : null);
            if (mark is not null)
            {
                return mark;
            }
        }

        return null;
    }
}
