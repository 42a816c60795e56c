using System.Text;
using Pamphlet.Comments;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class WordPressTests
{
    [Theory]
    [InlineData("wordpress-importer/theme-unit-test-data.xml", 55, 3, 21, 0, 25, 4, 0)]
    [InlineData("wordpress-importer/a11y-unit-test-data.xml", 44, 4, 16, 0, 21, 4, 0)]
    [InlineData("wordpress-importer/small-export.xml", 5, 1, 4, 1, 1, 0, 0)]
    [InlineData("pelican-wordpressexport.xml", 5, 4, 1, 0, 3, 0, 0)]
    [InlineData("jekyll-import-sitetitle.wordpress.2025-01-19.xml", 7, 0, 1, 0, 0, 0, 0)]
    [InlineData("google-converters-wordpress-sample.wxr", 3, 0, 1, 0, 2, 0, 0)]
    [InlineData("google-converters-wordpress-sample2.wxr", 4, 6, 0, 0, 3, 0, 0)]
    [InlineData("ghost-mg-wp-xml/co-authors-plus.xml", 4, 0, 0, 0, 0, 0, 0)]
    [InlineData("wordpress-importer/valid-wxr-1.0.xml", 3, 0, 3, 0, 1, 0, 0)]
    public async Task A_real_export_comes_whole(
        string file,
        int posts,
        int drafts,
        int pages,
        int pageDrafts,
        int comments,
        int queued,
        int dropped
    )
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of("wxr/" + file));

        Assert.Equal(new TextCounts(posts, drafts), report.Posts);
        Assert.Equal(new TextCounts(pages, pageDrafts), report.Pages);
        Assert.Equal(new CommentCounts(comments, queued, dropped, 0), report.Comments);
    }

    [Theory, EachDatabase]
    public async Task What_was_private_or_had_a_password_or_lay_ahead_stays_private(TestDatabase database)
    {
        var report = await database.ImportAsync(
            new TestWxr()
                .Item("1", status: "publish")
                .Item("2", status: "private")
                .Item("3", status: "publish", more: "<wp:post_password>secret-admin</wp:post_password>")
                .Item("4", status: "future", date: "2030-01-01 00:00:00")
                .Item("5", status: "pending")
                .Item("6", status: "a word of a plug-in")
                .Item("7", status: "trash")
        );

        Assert.Equal(new TextCounts(1, 5), report.Posts);
        Assert.Equal(1, report.ConstructsDropped["text in the bin"]);
        var posts = await database.PostsAsync();
        Assert.Equal(
            ["wordpress:paper.example/1"],
            posts.Where(post => post.State == PostState.Published).Select(post => post.SourceId)
        );
        Assert.All(posts.Where(post => post.State == PostState.Draft), post => Assert.Null(post.Path));
    }

    [Fact]
    public async Task Threads_states_and_the_editors_own_answers_are_kept_and_what_machines_sent_is_not()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(
            new TestWxr().Item(
                "1",
                more: TestWxr.Comment("10", "Reader", "First", user: "0")
                    + TestWxr.Comment("11", "somebody else", "Answer", parent: "10", user: "7")
                    + TestWxr.Comment("12", "Mai", "I am not the editor", user: "0")
                    + TestWxr.Comment("13", "Ad", "Buy", approved: "spam")
                    + TestWxr.Comment("14", "Waiting", "Later", approved: "0")
                    + TestWxr.Comment("15", "Other blog", "[…]", type: "pingback")
            )
        );

        Assert.Equal(new CommentCounts(3, 1, 1, 0), report.Comments);
        Assert.Equal(1, report.ConstructsDropped["pingback or trackback"]);
        Assert.Equal(5, report.ConstructsDropped["reader's network address"]);
        var comments = await database.ThreadAsync();
        var answer = Assert.Single(comments, comment => comment.PublicId == "11");
        Assert.Equal(comments.Single(comment => comment.PublicId == "10").Id, answer.ParentId);
        Assert.NotNull(answer.ByPenName);
        Assert.Null(comments.Single(comment => comment.PublicId == "12").ByPenName);
        Assert.Equal(CommentState.Pending, comments.Single(comment => comment.PublicId == "14").State);
    }

    [Fact]
    public async Task Every_kind_of_old_address_answers()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(
            new TestWxr()
                .Item(
                    "12",
                    link: "https://paper.example/2019/05/tiếng-việt/",
                    more: "<category domain=\"category\" nicename=\"doi-song\"><![CDATA[Đời sống]]></category>"
                        + "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>before</wp:meta_value></wp:postmeta>"
                )
                .Item("13", type: "page", link: "https://paper.example/about/us/", slug: "us")
        );

        var old = (await database.AllAsync<OldAddress>()).ToDictionary(
            address => address.From,
            address => (address.To, address.Answer)
        );
        Assert.Equal(("2019/05/tiếng-việt.html", OldAddressAnswer.Moved), old["/2019/05/tiếng-việt/"]);
        Assert.Equal(("2019/05/tiếng-việt.html", OldAddressAnswer.Moved), old["/?p=12"]);
        Assert.Equal(("2019/05/tiếng-việt.html", OldAddressAnswer.Moved), old["/2019/05/before/"]);
        Assert.Equal(("p/us.html", OldAddressAnswer.Moved), old["/about/us/"]);
        Assert.Equal(("p/us.html", OldAddressAnswer.Moved), old["/?page_id=13"]);
        Assert.Equal(("tag/doi-song.html", OldAddressAnswer.Moved), old["/category/doi-song/"]);
        Assert.Equal(("tag/doi-song.atom", OldAddressAnswer.Same), old["/category/doi-song/feed/"]);
        Assert.Equal(("by/mai.html", OldAddressAnswer.Moved), old["/author/mai-login/"]);
        Assert.Equal(("feed.rss", OldAddressAnswer.Same), old["/feed/"]);
        Assert.Equal(("feed.rss", OldAddressAnswer.Same), old["/?feed=rss2"]);
        Assert.Equal(("comments.rss", OldAddressAnswer.Same), old["/comments/feed/"]);
        Assert.Equal("https://paper.example/?p=12", (await database.PostAsync("12")).EntryId);
    }

    [Fact]
    public async Task Links_between_its_texts_lead_into_the_paper_by_whichever_address()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(
            new TestWxr()
                .Item("1", link: "https://paper.example/2019/05/one/")
                .Item(
                    "2",
                    html: "<p><a href=\"https://paper.example/?p=1\">a</a> <a href=\"http://www.paper.example/2019/05/one#comment-9\">b</a> <a href=\"https://other.example/?p=1\">c</a></p>"
                )
        );

        var markdown = (await database.PostAsync("2")).Markdown;
        Assert.Equal("[a](/2019/05/one.html) [b](/2019/05/one.html#c9) [c](https://other.example/?p=1)", markdown);
    }

    [Fact]
    public async Task Classic_texts_blocks_captions_notes_and_cuts_are_read()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(
            new TestWxr()
                .Item("1", html: "One line\nanother\n\nNext <b>paragraph</b>\n<!--more-->\nAfter")
                .Item(
                    "2",
                    html: "<!-- wp:paragraph -->\n<p>Block<sup data-fn=\"ab\" class=\"fn\"><a href=\"#ab\" id=\"ab-link\">1</a></sup></p>\n<!-- /wp:paragraph -->",
                    more: "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{\"content\":\"The note\",\"id\":\"ab\"}]]]></wp:meta_value></wp:postmeta>"
                )
                .Item(
                    "3",
                    html: "[caption id=\"a\" width=\"300\"]<a href=\"https://paper.example/wp-content/uploads/b.jpg\"><img src=\"https://paper.example/wp-content/uploads/b-300x200.jpg\" alt=\"A street\" /></a> The caption[/caption]\n\nText [sic] and [contact-form-7 id=\"1\"]"
                )
        );

        Assert.Equal(
            "One line\\\nanother\n\nNext **paragraph**\n\n<!-- more -->\n\nAfter".Replace(
                "<!-- more -->",
                "<!--more-->",
                StringComparison.Ordinal
            ),
            (await database.PostAsync("1")).Markdown.Replace("<!-- more -->", "<!--more-->", StringComparison.Ordinal)
        );
        Assert.Contains("Block[^1]", (await database.PostAsync("2")).Markdown, StringComparison.Ordinal);
        Assert.Contains("[^1]: The note", (await database.PostAsync("2")).Markdown, StringComparison.Ordinal);
        Assert.Contains("The caption", (await database.PostAsync("3")).Markdown, StringComparison.Ordinal);
        Assert.Contains("sic", (await database.PostAsync("3")).Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("contact-form", (await database.PostAsync("3")).Markdown, StringComparison.Ordinal);
        Assert.Equal(1, report.ConstructsDropped["shortcode contact-form-7"]);
        Assert.Equal(1, report.Media.Missing);
    }

    [Fact]
    public async Task Several_authors_sign_in_order_and_a_map_renames_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        var map = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            map,
            """{"Alice Smith": "Chị Ba", "Bob Jones": ""}""",
            TestContext.Current.CancellationToken
        );

        var outcome = await database.RunAsync(
            new ImportRequest(Exports.Of("wxr/ghost-mg-wp-xml/co-authors-plus.xml")) { Authors = map }
        );

        File.Delete(map);
        Assert.IsType<ImportOutcome.Imported>(outcome);
        Assert.Equal(["Chị Ba", "Carol White"], await database.BylinesAsync("101"));
        Assert.Equal(["Chị Ba"], await database.BylinesAsync("103"));
    }

    [Fact]
    public async Task Marked_sections_within_others_and_bare_ampersands_are_read()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of("wxr/wordpress-importer/crazy-cdata.xml"));

        // What stands between the inner marks no browser ever showed.
        Assert.Equal("Content with nested :)", (await database.PostAsync("1")).Markdown);
    }

    [Fact]
    public async Task A_torn_file_names_the_entry_and_leaves_the_paper_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync();
        var whole = new TestWxr().Item("1").Item("2", title: "The second").Xml();
        var torn = whole[
            ..whole.IndexOf(
                "<wp:status>",
                whole.IndexOf("The second", StringComparison.Ordinal),
                StringComparison.Ordinal
            )
        ];

        var outcome = await TestFeed.WithFileAsync(
            Encoding.UTF8.GetBytes(torn),
            path => database.RunAsync(new ImportRequest(path))
        );

        var refused = Assert.IsType<ImportOutcome.Refused>(outcome);
        Assert.Equal(ImportRefusal.Broken, refused.Reason);
        Assert.Contains("entry 2 «The second»", refused.Sentence, StringComparison.Ordinal);
        Assert.Empty(await database.AllAsync<Publication>());
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>", ImportRefusal.Hostile)]
    [InlineData("<x ", ImportRefusal.Broken)]
    public async Task A_file_that_no_honest_export_is_gets_refused(string before, object reason)
    {
        await using var database = await TestDatabase.CreateAsync();
        var xml = new TestWxr()
            .Item("1")
            .Xml()
            .Replace(
                "<channel>",
                "<channel>" + before + new string(' ', before.EndsWith(' ') ? 20_000 : 0),
                StringComparison.Ordinal
            );

        var outcome = await TestFeed.WithFileAsync(
            Encoding.UTF8.GetBytes(xml),
            path => database.RunAsync(new ImportRequest(path))
        );

        Assert.Equal(reason, Assert.IsType<ImportOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public async Task An_import_that_is_stopped_half_way_leaves_the_paper_as_it_was()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(new TestWxr().Item("1"));
        var before = (await database.PostsAsync()).Count;
        var many = Enumerable.Range(2, 400).Aggregate(new TestWxr(), (wxr, number) => wxr.Item($"{number}"));
        using var stop = new CancellationTokenSource();
        var progress = new StopAt(300, stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TestFeed.WithFileAsync(
                Encoding.UTF8.GetBytes(many.Xml()),
                async path =>
                {
                    await using var open = database.Open();
                    return await ImportPaper.RunAsync(
                        new ImportRequest(path),
                        open,
                        TimeProvider.System,
                        progress,
                        stop.Token
                    );
                }
            )
        );

        Assert.True(progress.WasReached);
        Assert.Equal(before, (await database.PostsAsync()).Count);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = Exports.Of("wxr/wordpress-importer/theme-unit-test-data.xml");
        await database.ImportAsync(file);

        var again = await database.ImportAsync(file);

        Assert.Equal(new ChangeCounts(0, 0, 79, 0), again.Changes);
    }

    private sealed class StopAt(int done, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public bool WasReached { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Stage is "texts" && value.Done == done)
            {
                WasReached = true;
                stop.Cancel();
            }
        }
    }
}
