using System.Globalization;
using System.Net;
using System.Text;

namespace Pamphlet.Copies.Books;

/// <summary>What a book holds, for readers and for old machines; and where it came from.</summary>
internal static class EpubContents
{
    public static string Write(BookPlan book)
    {
        var words = book.Words.Copies;
        var items = string.Concat(
            book.Texts.Select(
                (text, place) =>
                    $"<li lang=\"{text.Language.Tag}\" xml:lang=\"{text.Language.Tag}\"><a href=\"{BookPlan.FileOf(place)}\">{Encode(text.Title)}</a></li>\n"
            )
        );
        var language = book.Words.Language;
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}" dir="{(
                book.Words.IsRightToLeft ? "rtl" : "ltr"
            )}">
            <head><meta charset="utf-8"/><title>{Encode(
                book.Title
            )}</title><link rel="stylesheet" href="style.css"/></head>
            <body>
            <header><p class="kicker" lang="{book.Paper.Language.Tag}" xml:lang="{book.Paper.Language.Tag}">{Encode(
                book.Paper.Name
            )}</p>
            <h1 lang="{book.Language.Tag}" xml:lang="{book.Language.Tag}">{Encode(book.Title)}</h1></header>
            <nav epub:type="toc" id="toc"><h2>{Encode(words.Contents)}</h2>
            <ol>
            {items}</ol></nav>
            <nav epub:type="landmarks" hidden="hidden"><h2>{Encode(words.Contents)}</h2><ol>
            <li><a epub:type="toc" href="#toc">{Encode(words.Contents)}</a></li>
            <li><a epub:type="bodymatter" href="{BookPlan.FileOf(0)}">{Encode(book.Texts[0].Title)}</a></li>
            </ol></nav>
            </body>
            </html>

            """;
    }

    public static string WriteNcx(BookPlan book)
    {
        var points = new StringBuilder();
        foreach (var (place, text) in book.Texts.Index())
        {
            points.Append(
                CultureInfo.InvariantCulture,
                $"<navPoint id=\"n{place + 1}\" playOrder=\"{place + 1}\"><navLabel><text>{Encode(text.Title)}</text></navLabel><content src=\"{BookPlan.FileOf(place)}\"/></navPoint>\n"
            );
        }

        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
            <head><meta name="dtb:uid" content="{book.Id}"/></head>
            <docTitle><text>{Encode(book.Title)}</text></docTitle>
            <navMap>
            {points}</navMap>
            </ncx>

            """;
    }

    /// <summary>At the end of the last text: of which paper and edition it is a copy.</summary>
    public static string Colophon(BookPlan book)
    {
        var words = book.Words;
        var from = words.Copies.From.With("paper", book.Paper.Name, "number", words.Figure(book.Paper.Number));
        var home = book.Paper.Home is { } address
            ? $" <a href=\"{Encode(address)}\" dir=\"ltr\">{Encode(address)}</a>"
            : "";
        return $"<p class=\"colophon\" lang=\"{words.Language}\" xml:lang=\"{words.Language}\">{Encode(from)}{home} {Encode(words.Copies.PassOn)}</p>";
    }

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
