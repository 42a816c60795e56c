using System.Text;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class MarkdownFolderTests
{
    [Theory, EachDatabase]
    public async Task A_site_of_Jekylls_comes_with_its_addresses(TestDatabase database)
    {
        var report = await ImportAsync(
            database,
            ("_config.yml", "title: A paper\nurl: https://paper.example\nlang: en\n"),
            (
                "_posts/2019-05-16-first-text.md",
                "---\ntitle: \"First\"\ntags: art life\ncategories: [News]\nauthor: Mai\nredirect_from: /old/first/\n---\nHello *you*, see [next]({% post_url 2021-9-1-second %}).\n"
            ),
            (
                "_posts/2021-9-1-second.markdown",
                "---\ntitle: Second\ndate: 2021-09-01 10:00:00 +0700\nlayout: post\n---\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n"
            ),
            ("_posts/2022-01-01-hidden.md", "---\ntitle: Hidden\npublished: false\n---\nNot yet"),
            ("_drafts/idea.md", "---\ntitle: Idea\n---\nNot yet"),
            ("about.md", "---\nlayout: page\ntitle: About\n---\nUs"),
            ("README.md", "# The repository"),
            ("_includes/x.md", "---\n---\nno text")
        );

        Assert.Equal("markdown-jekyll", report.Format);
        Assert.Equal(new TextCounts(2, 2), report.Posts);
        Assert.Equal(new TextCounts(1, 0), report.Pages);
        Assert.Equal(2, report.ConstructsDropped["file of the tool or the project"]);
        var posts = await database.PostsAsync();
        var first = posts.Single(post => post.Title == "First");
        Assert.Equal("2019/05/first-text.html", first.Path);
        Assert.Equal("Hello *you*, see [next](/2021/09/01/second.html).", first.Markdown);
        Assert.Equal(
            ["News", "art", "life"],
            (await database.AllAsync<Tag>()).Select(tag => tag.Name).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            "```ruby\nputs 1\n```",
            posts.Single(post => post.Title == "Second").Markdown,
            StringComparison.Ordinal
        );
        var old = (await database.AllAsync<OldAddress>()).ToDictionary(address => address.From, address => address.To);
        Assert.Equal("2019/05/first-text.html", old["/news/2019/05/16/first-text.html"]);
        Assert.Equal("2019/05/first-text.html", old["/old/first/"]);
        Assert.Equal("feed.atom", old["/feed.xml"]);
    }

    [Fact]
    public async Task A_site_of_Hugos_comes_with_translations_and_the_pictures_beside_its_texts()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await ImportAsync(
            database,
            [
                ("hugo.toml", Bytes("title = 'A paper'\nbaseURL = 'https://paper.example/'\n")),
                (
                    "content/posts/one/index.md",
                    Bytes(
                        "+++\ntitle = 'One'\ndate = 2020-02-03T04:05:06Z\ntags = ['a b']\ndraft = false\n+++\nText ![A square](pic.png) {{< youtube abc123 >}}\n\n<!--more-->\n\nRest"
                    )
                ),
                ("content/posts/one/pic.png", Pictures.Drawn.Diagram(50, 40)),
                (
                    "content/posts/two.md",
                    Bytes(
                        "---\ntitle: Two\ndate: 2020-02-04\n---\nEnglish, see [one]({{< ref \"posts/one/index.md\" >}})"
                    )
                ),
                ("content/posts/two.fr.md", Bytes("---\ntitle: Deux\ndate: 2020-02-04\n---\nEn français")),
                ("content/posts/_index.md", Bytes("---\ntitle: Posts\n---\n")),
                (
                    "content/posts/three.md",
                    Bytes("{\"title\": \"Three\", \"date\": \"2020-02-05\", \"draft\": true}\nJSON")
                ),
                ("content/about.md", Bytes("---\ntitle: About\naliases: [/us]\n---\nUs")),
            ]
        );

        Assert.Equal("markdown-hugo", report.Format);
        Assert.Equal(new TextCounts(3, 1), report.Posts);
        Assert.Equal(new TextCounts(1, 0), report.Pages);
        Assert.Equal(new MediaCounts(1, 0), report.Media);
        var posts = await database.PostsAsync();
        Assert.Contains(
            "![A square](picture:",
            posts.Single(post => post.Title == "One").Markdown,
            StringComparison.Ordinal
        );
        Assert.Equal("fr", posts.Single(post => post.Title == "Deux").Language.Tag);
        var old = (await database.AllAsync<OldAddress>()).ToDictionary(address => address.From, address => address.To);
        Assert.Equal("2020/02/one.html", old["/posts/one/"]);
        Assert.Equal("p/about.html", old["/us"]);
        Assert.Equal("feed.rss", old["/index.xml"]);
        Assert.Contains("tag/a-b.html", old["/tags/a-b/"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WriteFreely_gives_is_one_text_a_file()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await ImportAsync(
            database,
            ("paper/first_abc123.txt", "# First\n\nHello, *world*."),
            ("paper/untitled_def456.txt", "Only words, and no title at all.")
        );

        Assert.Equal("markdown-folder", report.Format);
        Assert.Equal(new TextCounts(2, 0), report.Posts);
        var posts = await database.PostsAsync();
        Assert.Equal("Hello, *world*.", posts.Single(post => post.Title == "First").Markdown);
        Assert.Empty(posts.SelectMany(post => post.Bylines));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_keep_a_text_private_and_name_its_file()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await ImportAsync(
            database,
            ("posts/a.md", "---\ntitle: [unclosed\n---\nWords"),
            ("posts/b.md", "---\ntitle: B\ndate: 2020-01-01\n---\nWords")
        );

        Assert.Equal(new TextCounts(1, 1), report.Posts);
        Assert.Contains(report.Notes, note => note.Contains("posts/a.md", StringComparison.Ordinal));
    }

    private static Task<ImportReport> ImportAsync(TestDatabase database, params (string Name, string Text)[] files) =>
        ImportAsync(database, [.. files.Select(file => (file.Name, Bytes(file.Text)))]);

    private static Task<ImportReport> ImportAsync(TestDatabase database, (string Name, byte[] Content)[] files) =>
        TestFeed.WithFileAsync(HostileExportTests.Zip(files), path => database.ImportAsync(path));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
