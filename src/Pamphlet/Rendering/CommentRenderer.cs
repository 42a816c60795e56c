using System.Diagnostics.CodeAnalysis;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>A reader's strict Markdown to HTML: paragraphs, quotations, lists, emphasis, code and links, nothing else.</summary>
internal static class CommentRenderer
{
    // An address of some characters and its host beside it; more than this is an attack, not a comment.
    private const int MostGrowth = 8;
    private const int AnyText = 4096;

    /// <summary>
    /// Renders a comment; it never refuses one. The first <see cref="ReadersText.MaxLength"/> characters count, and what cannot be
    /// rendered is shown as it was typed.
    /// </summary>
    /// <returns>At most 8 characters for each that came in, and 4,096 more.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A stranger's text that a parser stumbles over is shown as typed; it must not take the page away."
    )]
    public static SafeHtml Render(string markdown)
    {
        var text = ReadersText.Of(markdown);
        try
        {
            var limit = (text.Length * MostGrowth) + AnyText;
            var html = CommentWall.Clean(HtmlPrinter.Print(CommentTree.Build(ReadersMarkdown.Parse(text)), limit));
            return new SafeHtml(html.Length > limit ? AsTyped(text) : html);
        }
        catch (Exception)
        {
            return new SafeHtml(AsTyped(text));
        }
    }

    /// <summary>The words alone, one paragraph a line, for feeds' titles and snippets.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "As above.")]
    public static string Plain(string markdown)
    {
        var text = ReadersText.Of(markdown);
        try
        {
            return PlainText.Of(CommentTree.Build(ReadersMarkdown.Parse(text))).Plain;
        }
        catch (Exception)
        {
            return text.Trim();
        }
    }

    /// <summary>As <see cref="Plain"/>, but without what it quotes of others, unless it says nothing else: for snippets beside its writer's name.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "As above.")]
    public static string OwnWords(string markdown)
    {
        try
        {
            var own = new HtmlElement("");
            foreach (var node in CommentTree.Build(ReadersMarkdown.Parse(ReadersText.Of(markdown))).Children)
            {
                if (node is not HtmlElement { Name: "blockquote" })
                {
                    own.Add(node);
                }
            }

            return PlainText.Of(own).Plain is { Length: > 0 } plain ? plain : Plain(markdown);
        }
        catch (Exception)
        {
            return Plain(markdown);
        }
    }

    private static string AsTyped(string text) =>
        HtmlPrinter.Print(new HtmlElement("").Add(new HtmlElement("pre").Add(text)), int.MaxValue);
}
