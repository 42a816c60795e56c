using System.Globalization;
using System.Xml;
using Pamphlet.Rendering;

namespace Pamphlet.Exports;

/// <summary>One text of an export for WordPress, and what readers said below it.</summary>
/// <param name="firstComment">How many comments were written before: WordPress numbers them through.</param>
internal sealed class WxrText(
    XmlWriter xml,
    KeptPaper paper,
    IReadOnlyDictionary<string, ShownPicture> pictures,
    int firstComment
)
{
    private readonly Uri home = new(paper.Home ?? "http://localhost/");

    public void Write(KeptText text, string markdown, int number)
    {
        var isPublic = text.State is "published";
        var moment = text.PublishedAt;
        xml.WriteStartElement("item");
        Plain("title", text.Title);
        xml.WriteElementString(
            "link",
            text.Path is null ? $"{home}?p={number}" : new Uri(home, "/" + text.Path).AbsoluteUri
        );
        xml.WriteElementString(
            "pubDate",
            (moment ?? text.UpdatedAt).UtcDateTime.ToString("r", CultureInfo.InvariantCulture)
        );
        xml.WriteElementString(
            "creator",
            ExportWxr.Creator,
            text.Bylines is [var first, ..] ? SlugOf(first.PenName) : ""
        );
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(ExportWxr.XmlWords(text.EntryId));
        xml.WriteEndElement();
        Section("encoded", ExportWxr.Content, Html(text, markdown));
        Section("encoded", ExportWxr.Excerpt, text.Summary);
        Word("post_id", number.ToString(CultureInfo.InvariantCulture));
        Word("post_date", ExportWxr.Moment(moment));
        Word("post_date_gmt", ExportWxr.Moment(moment));
        Word("post_modified_gmt", ExportWxr.Moment(text.UpdatedAt));
        Word("comment_status", text.CommentsOpen ? "open" : "closed");
        Word("ping_status", "closed");
        Word("post_name", text.Path is null ? "" : Path.GetFileNameWithoutExtension(text.Path));
        // A withdrawn text is no draft, but nothing else keeps it from being read there.
        Word("status", isPublic ? "publish" : "draft");
        Word("post_parent", "0");
        Word("menu_order", (text.MenuPlace ?? 0).ToString(CultureInfo.InvariantCulture));
        Word("post_type", text.Kind is "post" ? "post" : "page");
        Word("post_password", "");
        Word("is_sticky", "0");
        foreach (var tag in paper.Tags.Where(tag => text.Tags.Contains(tag.Id, StringComparer.Ordinal)))
        {
            Term("post_tag", tag.Slug, tag.Name);
        }

        // Co-Authors Plus and Polylang know these words; WordPress alone passes them over.
        foreach (var byline in text.Bylines.Skip(text.Bylines.Count > 1 ? 0 : 1))
        {
            var name = paper.PenNames.First(one => one.Id.Equals(byline.PenName, StringComparison.Ordinal));
            Term("author", name.Slug, name.Name);
        }

        if (!text.Language.Equals(paper.Language, StringComparison.Ordinal))
        {
            Term("language", text.Language, text.Language);
        }

        Comments(text);
        xml.WriteEndElement();
    }

    private void Comments(KeptText text)
    {
        var numbers = text
            .Comments.Select((comment, place) => (comment.Id, Number: firstComment + place + 1))
            .ToDictionary(pair => pair.Id, pair => pair.Number, StringComparer.Ordinal);
        foreach (var comment in text.Comments)
        {
            var by = comment.ByPenName is { } id
                ? paper.PenNames.First(name => name.Id.Equals(id, StringComparison.Ordinal))
                : null;
            xml.WriteStartElement("comment", ExportWxr.Wp);
            Word("comment_id", numbers[comment.Id].ToString(CultureInfo.InvariantCulture));
            Word("comment_author", by?.Name ?? comment.Name ?? "");
            Word("comment_author_email", "");
            Word("comment_author_url", "");
            Word("comment_author_IP", "");
            Word("comment_date", $"{comment.Day:yyyy-MM-dd} 00:00:00");
            Word("comment_date_gmt", $"{comment.Day:yyyy-MM-dd} 00:00:00");
            xml.WriteStartElement("comment_content", ExportWxr.Wp);
            WriteSection(comment.Markdown is { } words ? CommentRenderer.Render(words).At("/") : $"[{comment.State}]");
            xml.WriteEndElement();
            Word("comment_approved", comment.State is "pending" ? "0" : "1");
            Word("comment_type", "comment");
            Word(
                "comment_parent",
                comment.Parent is { } parent && numbers.TryGetValue(parent, out var above)
                    ? above.ToString(CultureInfo.InvariantCulture)
                    : "0"
            );
            Word("comment_user_id", "0");
            xml.WriteEndElement();
        }
    }

    private string Html(KeptText text, string markdown)
    {
        var language = Language.TryParse(text.Language, out var known) ? known : Language.English;
        var rendered = PostRenderer.Render(
            markdown,
            new RenderContext(language, pictures.GetValueOrDefault, address => address)
        );
        return rendered.Body.AtHome(home);
    }

    private string SlugOf(string penName) =>
        paper.PenNames.First(name => name.Id.Equals(penName, StringComparison.Ordinal)).Slug;

    private void Term(string domain, string slug, string name)
    {
        xml.WriteStartElement("category");
        xml.WriteAttributeString("domain", domain);
        xml.WriteAttributeString("nicename", slug);
        WriteSection(name);
        xml.WriteEndElement();
    }

    private void Word(string name, string words) =>
        xml.WriteElementString(name, ExportWxr.Wp, ExportWxr.XmlWords(words));

    private void Plain(string name, string words) => xml.WriteElementString(name, ExportWxr.XmlWords(words));

    private void Section(string name, string of, string words)
    {
        xml.WriteStartElement(name, of);
        WriteSection(words);
        xml.WriteEndElement();
    }

    // The three signs that end a section stand in two sections, as WordPress itself writes them.
    private void WriteSection(string words)
    {
        var parts = ExportWxr.XmlWords(words).Split("]]>");
        for (var i = 0; i < parts.Length; i++)
        {
            xml.WriteCData((i == 0 ? "" : ">") + parts[i] + (i == parts.Length - 1 ? "" : "]]"));
        }
    }
}
