using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Xhtml;

namespace Pamphlet.Copies.Books;

/// <summary>A text as a chapter of a book.</summary>
internal static partial class EpubText
{
    /// <summary>Little: who reads a book has chosen a type and a size, and the book leaves both alone.</summary>
    public const string Style = """
        h1 { font-weight: normal; line-height: 1.3; margin: 1em 0 0.4em; }
        h2, h3, h4 { line-height: 1.3; margin: 1.6em 0 0.5em; page-break-after: avoid; break-after: avoid; }
        .subtitle { font-style: italic; margin: 0 0 0.8em; }
        .byline, .facts, .kicker, .credit { font-size: 0.85em; margin: 0.2em 0; }
        header { margin-bottom: 2em; }
        blockquote { margin: 1em 1.5em; }
        figure { margin: 1.4em 0; page-break-inside: avoid; break-inside: avoid; }
        figure img { max-width: 100%; height: auto; }
        figcaption { font-size: 0.85em; }
        .epigraph { margin: 0 0 2em 20%; font-style: italic; }
        .epigraph cite, .epigraph em, .epigraph i { font-style: normal; }
        .verse { margin: 1.2em 0 1.2em 1.5em; }
        .verse p { text-indent: 0; page-break-inside: avoid; break-inside: avoid; }
        .in1 { padding-left: 1.2em; } .in2 { padding-left: 2.4em; } .in3 { padding-left: 3.6em; }
        dt { font-weight: bold; margin-top: 0.8em; } dd { margin-left: 0; }
        .noteref { font-size: 0.75em; line-height: 0; }
        .notes { margin-top: 2.5em; border-top: 1px solid; font-size: 0.9em; }
        table { border-collapse: collapse; } th, td { padding: 0.2em 0.6em; text-align: start; vertical-align: top; }
        .colophon { font-size: 0.85em; margin-top: 3em; }

        """;

    /// <param name="pictures">Gets the pictures it shows.</param>
    public static string Write(BookPlan book, CopiedText text, int place, ISet<string> pictures)
    {
        var article = (IElement)text.Article.Clone();
        var files = book
            .Texts.Select((other, at) => (other.Path.Value, At: at))
            .ToDictionary(pair => pair.Value, pair => pair.At, StringComparer.Ordinal);
        new LooseEnds(book.Paper).Mend(
            article,
            text.Path.Value,
            path => files.TryGetValue(path, out var at) ? BookPlan.FileOf(at) : null,
            path => Keep(book.Paper, path, pictures)
        );
        Describe(article);
        var lang = $"lang=\"{text.Language.Tag}\" xml:lang=\"{text.Language.Tag}\" dir=\"{text.Language.Direction}\"";
        var isLast = place == book.Texts.Count - 1;
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" {lang}>
            <head><meta charset="utf-8"/><title>{WebUtility.HtmlEncode(
                text.Title
            )}</title><link rel="stylesheet" href="style.css"/></head>
            <body epub:type="bodymatter">
            {Xml(article)}
            {(isLast ? EpubContents.Colophon(book) : "")}
            </body>
            </html>

            """;
    }

    private static string? Keep(PaperCopy paper, string path, ISet<string> pictures)
    {
        if (!EpubFile.CanShow(path) || paper.Read(path) is null)
        {
            return null;
        }

        pictures.Add(path);
        return path;
    }

    // What a page says with roles a book says with types; XML wants the language said twice.
    private static void Describe(IElement article)
    {
        foreach (var element in article.QuerySelectorAll("[lang]"))
        {
            element.SetAttribute("xml:lang", element.GetAttribute("lang")!);
        }

        foreach (var note in article.QuerySelectorAll(".noteref a"))
        {
            note.SetAttribute("epub:type", "noteref");
        }

        foreach (var notes in article.QuerySelectorAll("section.notes"))
        {
            notes.SetAttribute("epub:type", "endnotes");
            foreach (var note in notes.QuerySelectorAll("ol > li"))
            {
                note.SetAttribute("epub:type", "endnote");
            }
        }

        article.RemoveAttribute("lang");
        article.RemoveAttribute("dir");
        article.RemoveAttribute("xml:lang");
    }

    // Control characters have no place in XML, not even escaped.
    private static string Xml(IElement element) =>
        Forbidden().Replace(element.ToHtml(new XhtmlMarkupFormatter(emptyTagsToSelfClosing: true)), "");

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", RegexOptions.None, 1000)]
    private static partial Regex Forbidden();
}
