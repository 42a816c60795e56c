using System.Globalization;
using System.Text;
using System.Xml;
using Pamphlet.Pictures;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Exports;

/// <summary><c>pamphlet export --as wxr FILE</c>: texts and discussions in the form that WordPress, and much else, reads.</summary>
internal static class ExportWxr
{
    public const string Wp = "http://wordpress.org/export/1.2/";
    public const string Excerpt = "http://wordpress.org/export/1.2/excerpt/";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string Creator = "http://purl.org/dc/elements/1.1/";

    /// <param name="pictures">As pages show them; WordPress fetches them from the paper's home while it still stands.</param>
    public static async Task<ExportedSource> RunAsync(
        Database database,
        Publication paper,
        IReadOnlyDictionary<PictureId, ShownPicture> pictures,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        var read = new ReadPaper(database, paper);
        var kept = await read.PaperAsync(cancellationToken);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            Async = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        await using var stream = new BufferedStream(output);
        await using var xml = XmlWriter.Create(stream, settings);
        var shown = pictures.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value, StringComparer.Ordinal);
        Begin(xml, kept);
        var (number, comments) = (0, 0);
        await foreach (var (text, markdown) in read.TextsAsync(cancellationToken))
        {
            // Numbers of our own ids are longer than WordPress's.
            new WxrText(xml, kept, shown, comments).Write(text, markdown, ++number);
            comments += text.Comments.Count;
        }

        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
        return new ExportedSource(number, comments, 0);
    }

    private static void Begin(XmlWriter xml, KeptPaper paper)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (
            var (prefix, address) in ((string, string)[])
                [("wp", Wp), ("excerpt", Excerpt), ("content", Content), ("dc", Creator)]
        )
        {
            xml.WriteAttributeString("xmlns", prefix, ns: null, address);
        }

        xml.WriteStartElement("channel");
        xml.WriteElementString("title", XmlWords(paper.Name));
        xml.WriteElementString("link", paper.Home ?? "http://localhost/");
        xml.WriteElementString("description", XmlWords(paper.Line));
        xml.WriteElementString("language", paper.Language);
        xml.WriteElementString("wxr_version", Wp, "1.2");
        xml.WriteElementString("base_site_url", Wp, paper.Home ?? "http://localhost/");
        xml.WriteElementString("base_blog_url", Wp, paper.Home ?? "http://localhost/");
        foreach (var name in paper.PenNames)
        {
            xml.WriteStartElement("author", Wp);
            xml.WriteElementString("author_login", Wp, name.Slug);
            xml.WriteElementString("author_email", Wp, "");
            xml.WriteElementString("author_display_name", Wp, XmlWords(name.Name));
            xml.WriteEndElement();
        }

        foreach (var tag in paper.Tags)
        {
            xml.WriteStartElement("tag", Wp);
            xml.WriteElementString("tag_slug", Wp, tag.Slug);
            xml.WriteElementString("tag_name", Wp, XmlWords(tag.Name));
            xml.WriteEndElement();
        }
    }

    /// <summary>Without the few characters that XML cannot hold.</summary>
    public static string XmlWords(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(text.EnumerateRunes().Where(IsLawful).Select(rune => rune.ToString()));

    public static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "0000-00-00 00:00:00";

    private static bool IsLawful(Rune rune) => rune.Value > 0xffff || XmlConvert.IsXmlChar((char)rune.Value);
}
