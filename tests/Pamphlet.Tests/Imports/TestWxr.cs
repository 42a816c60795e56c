using System.Text;
using Pamphlet.Imports;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>A small export of WordPress, as that program prints it.</summary>
internal sealed class TestWxr
{
    private readonly StringBuilder items = new();

    public static string Comment(
        string id,
        string name,
        string words,
        string parent = "0",
        string approved = "1",
        string type = "comment",
        string user = "0"
    ) =>
        $"""
            <wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author><![CDATA[{name}]]></wp:comment_author>
            <wp:comment_author_email>redacted@example.invalid</wp:comment_author_email><wp:comment_author_url></wp:comment_author_url>
            <wp:comment_author_IP>{(
                type is "pingback" ? "" : "192.0.2.1"
            )}</wp:comment_author_IP><wp:comment_date_gmt>2019-05-20 10:00:00</wp:comment_date_gmt>
            <wp:comment_content><![CDATA[{words}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>
            <wp:comment_type>{type}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>{user}</wp:comment_user_id></wp:comment>
            """;

    public TestWxr Item(
        string id,
        string status = "publish",
        string type = "post",
        string? title = null,
        string html = "Words",
        string? link = null,
        string slug = "",
        string date = "2019-05-16 10:00:00",
        string more = ""
    )
    {
        items.Append(
            null,
            $"""
            <item><title>{title ?? $"Text {id}"}</title><link>{link
                ?? $"https://paper.example/2019/05/text-{id}/"}</link>
            <dc:creator><![CDATA[mai-login]]></dc:creator><guid isPermaLink="false">https://paper.example/?p={id}</guid>
            <content:encoded><![CDATA[{html}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
            <wp:post_id>{id}</wp:post_id><wp:post_date_gmt>{date}</wp:post_date_gmt><wp:comment_status>open</wp:comment_status>
            <wp:post_name>{slug}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>{more}</item>

            """
        );
        return this;
    }

    public string Xml() =>
        $"""
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>A paper & more</title><link>https://paper.example</link><description>The line</description><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_blog_url>https://paper.example</wp:base_blog_url>
            <wp:author><wp:author_id>7</wp:author_id><wp:author_login>mai-login</wp:author_login><wp:author_email>redacted@example.invalid</wp:author_email><wp:author_display_name><![CDATA[Mai]]></wp:author_display_name></wp:author>
            {items}</channel></rss>
            """;
}

internal static class TestWxrImport
{
    public static Task<ImportReport> ImportAsync(this TestDatabase database, TestWxr wxr) =>
        TestFeed.WithFileAsync(Encoding.UTF8.GetBytes(wxr.Xml()), path => database.ImportAsync(path));
}
