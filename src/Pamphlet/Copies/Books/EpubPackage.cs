using System.Globalization;
using System.Text;
using Pamphlet.Editions;

namespace Pamphlet.Copies.Books;

/// <summary>The list of a book's files and what is said about it.</summary>
internal static class EpubPackage
{
    public const string Container = """
        <?xml version="1.0" encoding="utf-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>

        """;

    public static string Write(BookPlan book, IReadOnlyCollection<string> pictures)
    {
        var (manifest, spine) = (new StringBuilder(), new StringBuilder());
        foreach (var place in Enumerable.Range(0, book.Texts.Count))
        {
            manifest.Append(
                CultureInfo.InvariantCulture,
                $"<item id=\"t{place}\" href=\"{BookPlan.FileOf(place)}\" media-type=\"application/xhtml+xml\"/>\n"
            );
            spine.Append(CultureInfo.InvariantCulture, $"<itemref idref=\"t{place}\"/>\n");
        }

        foreach (var (place, picture) in pictures.Index())
        {
            manifest.Append(
                CultureInfo.InvariantCulture,
                $"<item id=\"p{place}\" href=\"{picture}\" media-type=\"{MediaType.Of(picture)}\"/>\n"
            );
        }

        var direction = book.Language.IsRightToLeft ? "rtl" : "ltr";
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{book.Language.Tag}">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">{book.Id}</dc:identifier>
            <dc:title>{EpubContents.Encode(book.Title)}</dc:title>
            {Languages(book)}{Names(book)}<dc:publisher>{EpubContents.Encode(book.Paper.Name)}</dc:publisher>
            <meta property="dcterms:modified">{book.Changed}T00:00:00Z</meta>
            {Access(book, pictures.Count > 0)}</metadata>
            <manifest>
            <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="ncx" href="contents.ncx" media-type="application/x-dtbncx+xml"/>
            <item id="style" href="style.css" media-type="text/css"/>
            {manifest}</manifest>
            <spine toc="ncx" page-progression-direction="{direction}">
            <itemref idref="contents"/>
            {spine}</spine>
            </package>

            """;
    }

    private static string Languages(BookPlan book) =>
        string.Concat(
            book.Texts.Select(text => text.Language)
                .Prepend(book.Language)
                .Distinct()
                .Select(language => $"<dc:language>{language.Tag}</dc:language>\n")
        );

    private static string Names(BookPlan book) =>
        string.Concat(book.Names.Select(name => $"<dc:creator>{EpubContents.Encode(name)}</dc:creator>\n"));

    // No checker asks for these; readers who cannot see choose by them.
    private static string Access(BookPlan book, bool hasPictures)
    {
        List<(string, string)> said =
        [
            ("accessMode", "textual"),
            ("accessModeSufficient", "textual"),
            ("accessibilityFeature", "structuralNavigation"),
            ("accessibilityFeature", "tableOfContents"),
            ("accessibilityFeature", "displayTransformability"),
            ("accessibilityHazard", "none"),
            ("accessibilitySummary", book.Words.Copies.Access),
        ];
        if (hasPictures)
        {
            said.Add(("accessMode", "visual"));
            said.Add(("accessibilityFeature", "alternativeText"));
        }

        return string.Concat(
            said.Select(pair => $"<meta property=\"schema:{pair.Item1}\">{EpubContents.Encode(pair.Item2)}</meta>\n")
        );
    }
}
