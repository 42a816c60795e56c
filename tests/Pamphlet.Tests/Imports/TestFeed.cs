using System.Globalization;
using System.Net;
using System.Text;

namespace Pamphlet.Tests.Imports;

/// <summary>A Takeout's feed of blog 7, made for one test.</summary>
internal sealed class TestFeed
{
    private readonly StringBuilder entries = new();

    public string Title { get; init; } = "A paper";

    public string Entries => entries.ToString();

    public TestFeed Post(
        string number,
        string html = "Words",
        string title = "Title",
        string status = "LIVE",
        string published = "2020-05-01T10:00:00Z",
        string filename = "/2020/05/{0}.html",
        string author = "<name>Mai</name><uri>https://www.blogger.com/profile/1</uri>",
        string more = "",
        string type = "POST"
    )
    {
        entries.Append(
            CultureInfo.InvariantCulture,
            $"""
            <entry><id>tag:blogger.com,1999:blog-7.post-{number}</id><blogger:type>{type}</blogger:type><blogger:status>{status}</blogger:status>
            <author>{author}<blogger:type>BLOGGER</blogger:type></author><title>{WebUtility.HtmlEncode(title)}</title>
            <content type='html'>{WebUtility.HtmlEncode(html)}</content><published>{published}</published>
            <blogger:filename>{filename.Replace(
                "{0}",
                number,
                StringComparison.Ordinal
            )}</blogger:filename>{more}</entry>
            """
        );
        return this;
    }

    public TestFeed Comment(
        string number,
        string under,
        string answers = "",
        string html = "A comment",
        string status = "LIVE",
        string published = "2020-06-01T10:00:00Z",
        string author = "<name>Reader</name>",
        string authorType = "BLOGGER"
    )
    {
        var answered = answers.Length > 0 ? "tag:blogger.com,1999:blog-7.post-" + answers : "";
        entries.Append(
            CultureInfo.InvariantCulture,
            $"""
            <entry><id>tag:blogger.com,1999:blog-7.post-{number}</id><blogger:type>COMMENT</blogger:type><blogger:status>{status}</blogger:status>
            <blogger:parent>tag:blogger.com,1999:blog-7.post-{under}</blogger:parent><blogger:inReplyTo>{answered}</blogger:inReplyTo>
            <author>{author}<blogger:type>{authorType}</blogger:type></author><content type='html'>{WebUtility.HtmlEncode(
                html
            )}</content>
            <published>{published}</published></entry>
            """
        );
        return this;
    }

    public TestFeed Raw(string entry)
    {
        entries.Append(entry);
        return this;
    }

    public string Xml(string encoding = "utf-8") =>
        $"""
            <?xml version='1.0' encoding='{encoding}'?>
            <feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
            <id>tag:blogger.com,1999:blog-7</id><title>{WebUtility.HtmlEncode(Title)}</title>{entries}</feed>
            """;

    public Task<T> WithFileAsync<T>(Func<string, Task<T>> use) => WithFileAsync(Encoding.UTF8.GetBytes(Xml()), use);

    /// <summary>Writes the bytes to a file that is gone afterwards.</summary>
    public static async Task<T> WithFileAsync<T>(byte[] bytes, Func<string, Task<T>> use)
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-test-").FullName;
        try
        {
            var path = Path.Combine(folder, "anything.bin");
            await File.WriteAllBytesAsync(path, bytes);
            return await use(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
