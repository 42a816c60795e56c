using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using Pamphlet.Copies.Books;
using Pamphlet.Reading;

namespace Pamphlet.Copies.Print;

/// <summary>A book as one page of HTML that a printing program sets: nothing in it is fetched, pictures are in it.</summary>
internal static class PrintedBook
{
    private static readonly string[] Blocks =
    [
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "figure",
        "figcaption",
        "div",
        "dl",
        "dt",
        "dd",
    ];

    /// <param name="hasFootnotes">Whether the program can set notes at the foot of their page; otherwise they stay at the end.</param>
    public static byte[] Write(BookPlan book, bool hasFootnotes)
    {
        var texts = new StringBuilder();
        foreach (var (place, text) in book.Texts.Index())
        {
            var article = (IElement)text.Article.Clone();
            new LooseEnds(book.Paper).Mend(
                article,
                text.Path.Value,
                _ => null,
                path => SingleFile.Inline(book.Paper, path)
            );
            if (hasFootnotes)
            {
                PutNotesAtFoot(article);
            }

            KeepApart(article, place);
            article.ClassName = "text";
            texts.Append(article.ToHtml(HtmlMarkupFormatter.Instance)).Append('\n');
        }

        var words = book.Words;
        var from = words.Copies.From.With("paper", book.Paper.Name, "number", words.Figure(book.Paper.Number));
        return Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html>
            <html lang="{book.Language.Tag}" dir="{book.Language.Direction}">
            <head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>{WebUtility.HtmlEncode(
                book.Title
            )}</title><style>{PrintStyle.Text}</style></head>
            <body><p class="paper">{WebUtility.HtmlEncode(book.Paper.Name)}</p>
            {texts}<p class="colophon" lang="{words.Language}">{WebUtility.HtmlEncode(from)} {WebUtility.HtmlEncode(
                book.Paper.Home ?? ""
            )} {WebUtility.HtmlEncode(words.Copies.PassOn)}</p>
            {WriteWay(book)}
            </body></html>
            """
        );
    }

    // From paper one finds back: a camera reads the code, an eye the lines.
    private static string WriteWay(BookPlan book)
    {
        var lines = Whereabouts.Of(book.Paper);
        return lines.Count == 0
            ? ""
            : $"<div class=\"way\" dir=\"ltr\">{QrPath.Of(string.Join('\n', lines)).ToSvg("QR")}<p>{string.Join("<br>", lines.Select(line => WebUtility.HtmlEncode(line)))}</p></div>";
    }

    // The note itself stands where its number was; in a line only lines may stand, so its paragraphs become those.
    private static void PutNotesAtFoot(IElement article)
    {
        foreach (var reference in article.QuerySelectorAll("sup.noteref").ToList())
        {
            var target = reference.QuerySelector("a")?.GetAttribute("href")?.TrimStart('#') ?? "";
            if (article.Owner!.CreateElement("span") is var note && Find(article, target) is { } words)
            {
                note.ClassName = "footnote";
                note.InnerHtml = words.InnerHtml;
                foreach (var back in note.QuerySelectorAll("[role=doc-backlink]").ToList())
                {
                    back.Remove();
                }

                foreach (var block in note.QuerySelectorAll(string.Join(',', Blocks)).Reverse().ToList())
                {
                    var line = article.Owner.CreateElement("span");
                    line.ClassName = $"b-{block.LocalName}";
                    line.Append([.. block.ChildNodes]);
                    block.Replace(line);
                }

                reference.Replace(note);
            }
        }

        article.QuerySelector("section.notes")?.Remove();
    }

    private static IElement? Find(IElement article, string id) =>
        article
            .QuerySelectorAll("section.notes li")
            .FirstOrDefault(note => string.Equals(note.Id, id, StringComparison.Ordinal));

    // Two texts of a book both have a first note.
    private static void KeepApart(IElement article, int place)
    {
        foreach (var named in article.QuerySelectorAll("[id]"))
        {
            named.Id = $"t{place}-{named.Id}";
        }

        foreach (var link in article.QuerySelectorAll("a[href^='#']"))
        {
            link.SetAttribute("href", $"#t{place}-{link.GetAttribute("href")![1..]}");
        }
    }
}
