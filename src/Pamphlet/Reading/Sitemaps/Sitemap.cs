using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Pamphlet.Seal;

namespace Pamphlet.Reading.Sitemaps;

/// <summary>The lists of addresses that search engines ask for.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void WriteIndex(Catalogue catalogue, IBufferWriter<byte> output) =>
        Write(
            "sitemapindex",
            "sitemap",
            catalogue,
            Enumerable
                .Range(1, SitemapPlans.PartsOf(catalogue))
                .Select(Files.SitemapPart)
                .Prepend(Files.SitemapPages)
                .Select(part => new Place(part, Changed: null)),
            output
        );

    public static void WritePages(Catalogue catalogue, IBufferWriter<byte> output) =>
        Write(
            "urlset",
            "url",
            catalogue,
            catalogue.Pages.Select(Of).Prepend(new Place(Files.Archive, null)).Prepend(new Place(Files.Front, null)),
            output
        );

    public static void WritePart(Catalogue catalogue, int number, IBufferWriter<byte> output)
    {
        var start = (number - 1) * SitemapPlans.PostsInPart;
        var count = Math.Min(SitemapPlans.PostsInPart, catalogue.Posts.Count - start);
        Write("urlset", "url", catalogue, catalogue.Posts.Range(start, count).Select(Of), output);
    }

    private static Place Of(Card card) => new(card.Path, DateOnly.FromDateTime(card.Updated.UtcDateTime));

    private static void Write(
        string list,
        string entry,
        Catalogue catalogue,
        IEnumerable<Place> places,
        IBufferWriter<byte> output
    )
    {
        var home = catalogue.Paper.Home ?? throw new InvalidOperationException("A sitemap needs a home.");
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(list, Namespace);
            foreach (var place in places)
            {
                xml.WriteStartElement(entry);
                xml.WriteElementString("loc", SiteLink.Absolute(home, place.Path));
                if (place.Changed is { } day)
                {
                    xml.WriteElementString("lastmod", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private sealed record Place(SitePath Path, DateOnly? Changed);
}
