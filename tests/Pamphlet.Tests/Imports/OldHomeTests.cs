using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>Addresses of the old site: those of its texts, and those within them.</summary>
public sealed class OldHomeTests
{
    private static readonly Uri Site = new("https://paper.example/");

    [Theory]
    [InlineData("/2020/05/slug.html", "2020/05/slug.html")]
    [InlineData("/p/about.html", "p/about.html")]
    [InlineData("/2020/05/blog-post_10.html", "2020/05/blog-post_10.html")]
    [InlineData("/2020/05/d%E1%BA%A5u.html", "2020/05/dấu.html")]
    [InlineData("/2020/05/16/long-slug/", "2020/05/16/long-slug.html")]
    [InlineData("/2020/05/index.html", "p/2020-05-index.html")]
    [InlineData("/index.html", "p/index.html")]
    [InlineData("/style.css", "p/style-css.html")]
    [InlineData("/../../etc/passwd", "2020/05/title.html")]
    [InlineData("/2020/05/%2e%2e/%2e%2e/x.html", "2020/05/title.html")]
    [InlineData("/2020/05/a%00b.html", "2020/05/ab.html")]
    [InlineData("", "2020/05/title.html")]
    public async Task A_text_stays_where_it_was_whenever_that_is_a_path_of_a_paper(string filename, string path)
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(new TestFeed().Post("1", filename: filename));

        Assert.Equal(path, (await database.PostAsync("1")).Path);
    }

    [Fact]
    public async Task Where_a_text_had_to_move_its_old_address_leads_there()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(
            new TestFeed().Post("1", filename: "/2020/05/16/x/").Post("2", html: "<a href=\"/2020/05/16/x/\">x</a>")
        );

        var old = Assert.Single(await database.AllAsync<OldAddress>());
        Assert.Equal(("/2020/05/16/x/", "2020/05/16/x.html", OldAddressAnswer.Moved), (old.From, old.To, old.Answer));
        Assert.Equal(3, report.Addresses);
        Assert.Contains("(/2020/05/16/x.html)", (await database.PostAsync("2")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_address_and_its_old_one_leads_nowhere()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(
            new TestFeed().Post("1", status: "DRAFT", filename: "/2020/05/secret/")
        );

        Assert.Empty(await database.AllAsync<OldAddress>());
        Assert.Null((await database.PostAsync("1")).Path);
        Assert.Equal(0, report.Addresses);
    }

    [Fact]
    public async Task Two_texts_with_one_address_get_two()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(
            new TestFeed()
                .Post("2", filename: "/2020/05/x.html", published: "2020-05-02T00:00:00Z")
                .Post("1", filename: "/2020/05/x.html", published: "2020-05-03T00:00:00Z")
        );

        Assert.Equal("2020/05/x.html", (await database.PostAsync("2")).Path);
        Assert.Equal("2020/05/x-2.html", (await database.PostAsync("1")).Path);
    }

    [Theory]
    [InlineData("http://paper.example/2020/05/x.html", "/2020/05/x.html")]
    [InlineData("https://www.paper.example/2020/05/x.html?m=1", "/2020/05/x.html")]
    [InlineData("//paper.example/p/about.html", "/p/about.html")]
    [InlineData("http://mypaper.blogspot.com/2020/05/x.html?showComment=1322429672972#c589", "/2020/05/x.html#c589")]
    [InlineData("http://mypaper.blogspot.co.uk/2020/05/x.html#comments", "/2020/05/x.html#comments")]
    [InlineData("http://mypaper.blogspot.com.br/", "/")]
    [InlineData("http://www.mypaper.blogspot.de/search/label/A", "/search/label/A")]
    [InlineData("http://www.blogger.com/blogspot/mypaper/2008/04/x.html", "/2008/04/x.html")]
    [InlineData("http://mypaper.blogspot.com/search?q=a", "/search?q=a")]
    [InlineData("http://other.blogspot.com/2020/05/x.html", null)]
    [InlineData("http://www.blogger.com/blogspot/other/2008/04/x.html", null)]
    [InlineData("https://mypaper.blogspot.com.evil.example/2020/05/x.html", null)]
    [InlineData("https://notpaper.example/2020/05/x.html", null)]
    [InlineData("https://example.org/?u=paper.example", null)]
    [InlineData("mailto:desk@paper.example", null)]
    public async Task A_link_to_the_old_site_leads_into_the_paper_and_no_other_does(string link, string? within)
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = "blog_name,blog_subdomain\nx,mypaper\n";
        var zip = HostileExportTests.Zip(
            (
                "a/feed.atom",
                Encoding.UTF8.GetBytes(new TestFeed().Post("1", html: $"<p>See <a href=\"{link}\">there</a></p>").Xml())
            ),
            ("a/settings.csv", Encoding.UTF8.GetBytes(settings))
        );

        await TestFeed.WithFileAsync(zip, path => database.RunAsync(new ImportRequest(path) { Sites = [Site] }));

        var markdown = (await database.PostAsync("1")).Markdown;
        if (within is null)
        {
            Assert.DoesNotContain("(/", markdown, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"({within})", markdown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_host_that_nobody_named_is_reported_where_the_addresses_match_and_its_links_stay()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Linking());

        Assert.Equal(
            [new LinkedSite("http://old.example/", 2), new LinkedSite("https://older.example/", 1)],
            report.LinkedSites
        );
        var markdown = (await database.PostAsync("2")).Markdown;
        Assert.Contains("(http://old.example/2020/05/long-enough.html)", markdown, StringComparison.Ordinal);
        Assert.Contains("(https://elsewhere.example/p/about.html)", markdown, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_later_import_that_names_old_homes_mends_what_nobody_edited(TestDatabase database)
    {
        await database.ImportAsync(Linking());
        await EditAsync(database, "3", "Our own words");

        var outcome = await Linking()
            .WithFileAsync(path =>
                database.RunAsync(
                    new ImportRequest(path) { Sites = [new("http://old.example/"), new("https://older.example/")] }
                )
            );

        var report = Assert.IsType<ImportOutcome.Imported>(outcome).Report;
        Assert.Equal(new ChangeCounts(0, 1, 2, 1), report.Changes);
        Assert.Empty(report.LinkedSites);
        var post = await database.PostAsync("2");
        Assert.Contains("(/2020/05/long-enough.html)", post.Markdown, StringComparison.Ordinal);
        Assert.Contains("(/2020/05/long-enough.html#c5)", post.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("old.example", post.Markdown, StringComparison.Ordinal);
        Assert.Equal("Our own words", (await database.PostAsync("3")).Markdown);
    }

    [Fact]
    public async Task A_real_blog_tells_the_names_it_had_and_with_them_no_link_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var request = new ImportRequest(Exports.Of(Exports.Heisencoder)) { Blog = "Heisencoder" };

        var first = Assert.IsType<ImportOutcome.Imported>(await database.RunAsync(request)).Report;
        Uri[] sites = [.. first.LinkedSites.Select(site => new Uri(site.Address))];
        var second = Assert.IsType<ImportOutcome.Imported>(await database.RunAsync(request with { Sites = sites }));

        Assert.Equal(
            [new LinkedSite("http://blog.mvballtech.com/", 2), new LinkedSite("http://heisencoder.net/", 2)],
            first.LinkedSites
        );
        Assert.Empty(second.Report.LinkedSites);
        var words = (await database.PostsAsync())
            .Select(post => post.Markdown)
            .Concat((await database.ThreadAsync()).Select(comment => comment.Markdown ?? ""));
        Assert.All(
            words,
            markdown =>
            {
                Assert.DoesNotContain("](http://heisencoder.net/2", markdown, StringComparison.Ordinal);
                Assert.DoesNotContain("](http://blog.mvballtech.com/2", markdown, StringComparison.Ordinal);
            }
        );
    }

    [Theory, EachDatabase]
    public async Task A_comments_link_to_a_text_leads_into_the_paper_at_once_or_later(TestDatabase database)
    {
        const string Html =
            "See <a href=\"http://old.example/2020/05/long-enough.html#c5\">this</a> and <a href=\"http://old.example/desk\">that</a>";
        var feed = new TestFeed().Post("1", filename: "/2020/05/long-enough.html").Comment("2", "1", html: Html);

        var first = await database.ImportAsync(feed);
        await feed.WithFileAsync(path =>
            database.RunAsync(new ImportRequest(path) { Sites = [new("http://old.example/")] })
        );

        Assert.Equal([new LinkedSite("http://old.example/", 1)], first.LinkedSites);
        var comment = Assert.Single(await database.ThreadAsync());
        Assert.Equal("See [this](/2020/05/long-enough.html#c5) and [that](http://old.example/desk)", comment.Markdown);
    }

    private static TestFeed Linking() =>
        new TestFeed()
            .Post("1", filename: "/2020/05/long-enough.html")
            .Post(
                "2",
                html: "<a href=\"http://old.example/2020/05/long-enough.html\">a</a> "
                    + "<a href=\"https://older.example/2020/05/long-enough.html#c5\">b</a> "
                    + "<a href=\"https://elsewhere.example/p/about.html\">c</a>"
            )
            .Post("3", html: "<a href=\"http://old.example/2020/05/long-enough.html\">d</a>")
            .Post("4", filename: "/p/about.html", type: "PAGE");

    private static async Task EditAsync(TestDatabase database, string number, string words)
    {
        await using var open = database.Open();
        var id = (await database.PostAsync(number)).Id;
        await open.Set<Post>()
            .Where(post => post.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(post => post.Markdown, words),
                TestContext.Current.CancellationToken
            );
    }

    [Fact]
    public async Task The_addresses_that_blogs_had_at_blogger_com_lead_to_their_texts()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of("blogger-legacy/google-converters-blogger-sample2.xml"));

        var old = await database.AllAsync<OldAddress>();
        Assert.Contains(
            old,
            address =>
                address
                    is {
                        From: "/blogspot/jjsfavoritethings/2008/04/rolling-in-hawaii.html",
                        To: "2008/04/rolling-in-hawaii.html"
                    }
        );
        var posts = await database.PostsAsync();
        Assert.Contains(posts, post => post.Path == "2008/04/rolling-in-hawaii.html");
    }
}
