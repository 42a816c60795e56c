using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Founding;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class RepeatedImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TestFeed Feed(string html = "First words", string comment = "LIVE") =>
        new TestFeed().Post("1", html: html).Post("2").Post("3", status: "DRAFT").Comment("4", "1", status: comment);

    [Theory, EachDatabase]
    public async Task A_second_import_of_the_same_file_changes_nothing(TestDatabase database)
    {
        await database.ImportAsync(Feed());
        await ForgetJournalAsync(database);
        var before = await database.PostsAsync();

        var report = await database.ImportAsync(Feed());

        Assert.Equal(new ChangeCounts(0, 0, 3, 0), report.Changes);
        Assert.Equal(new TextCounts(2, 1), report.Posts);
        Assert.Empty(await database.AllAsync<Change>());
        Assert.Equal(
            before.Select(post => (post.Id, post.Markdown, post.UpdatedAt)),
            (await database.PostsAsync()).Select(post => (post.Id, post.Markdown, post.UpdatedAt))
        );
        Assert.Single(await database.ThreadAsync());
    }

    [Theory, EachDatabase]
    public async Task What_changed_at_the_source_is_updated_and_what_it_said_is_kept(TestDatabase database)
    {
        await database.ImportAsync(Feed());
        await ForgetJournalAsync(database);

        var report = await database.ImportAsync(Feed(html: "Second words"));

        Assert.Equal(new ChangeCounts(0, 1, 2, 0), report.Changes);
        var post = await database.PostAsync("1");
        Assert.Equal("Second words", post.Markdown);
        Assert.Equal("First words", Assert.Single(await database.AllAsync<Revision>()).Markdown);
        Assert.Equal(
            [(ChangeKind.Post, post.Id)],
            (await database.AllAsync<Change>()).Select(change => (change.Kind, change.PostId!.Value))
        );
        // And once more: the mark of the source went with it.
        Assert.Equal(new ChangeCounts(0, 0, 3, 0), (await database.ImportAsync(Feed(html: "Second words"))).Changes);
    }

    [Fact]
    public async Task An_editors_later_work_is_kept_whatever_the_source_says()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(Feed());
        await ChangeAsync<Post>(
            database,
            post => post.Markdown == "First words",
            post => post.Markdown = "The editors' words"
        );

        var report = await database.ImportAsync(Feed(html: "Second words"));

        Assert.Equal(new ChangeCounts(0, 0, 2, 1), report.Changes);
        Assert.Equal("The editors' words", (await database.PostAsync("1")).Markdown);
        Assert.Contains(report.Notes, note => note.Contains("the paper's own was kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comment_that_an_editor_removed_does_not_come_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(Feed());
        await ChangeAsync<Comment>(
            database,
            _ => true,
            comment => (comment.State, comment.Markdown) = (CommentState.Removed, null)
        );

        await database.ImportAsync(Feed(html: "Second words"));

        Assert.Equal(CommentState.Removed, Assert.Single(await database.ThreadAsync()).State);
    }

    [Theory, EachDatabase]
    public async Task A_comment_that_its_reader_took_back_at_the_source_is_taken_back_here(TestDatabase database)
    {
        const string Name = "synthetic/legacy-archive.xml";
        var xml = await File.ReadAllTextAsync(Exports.Of(Name), Stop);
        var earlier = xml.Replace(
            "name='blogger.contentRemoved' value='true'",
            "name='x' value='y'",
            StringComparison.Ordinal
        );
        await TestFeed.WithFileAsync(System.Text.Encoding.UTF8.GetBytes(earlier), path => database.ImportAsync(path));
        Assert.Equal("Someone", (await database.ThreadAsync())[2].Name);

        await database.ImportAsync(Exports.Of(Name));

        var comment = (await database.ThreadAsync())[2];
        Assert.Equal((CommentState.Withdrawn, null, null), (comment.State, comment.Name, comment.Markdown));
    }

    [Theory, EachDatabase]
    public async Task A_later_export_brings_only_what_is_new(TestDatabase database)
    {
        await database.ImportAsync(Feed());

        var report = await database.ImportAsync(Feed().Post("9").Comment("10", "1", answers: "4"));

        Assert.Equal(new ChangeCounts(1, 0, 3, 0), report.Changes);
        Assert.Equal(["000001", "000001000001"], (await database.ThreadAsync()).Select(comment => comment.ThreadPath));
    }

    [Theory, EachDatabase]
    public async Task The_starter_paper_makes_room(TestDatabase database)
    {
        await using (var open = database.Open())
        {
            await FoundStarterPaper.RunAsync(open, Stop);
        }

        await database.ImportAsync(Feed());

        Assert.Equal(3, (await database.PostsAsync()).Count);
        var paper = Assert.Single(await database.AllAsync<Publication>());
        Assert.Equal(("A paper", false, "tag:blogger.com,1999:blog-7"), (paper.Name, paper.IsStarter, paper.FeedId));
        Assert.Equal(["Mai"], (await database.AllAsync<PenName>()).Select(name => name.Name));
        Assert.Empty(await database.AllAsync<Tag>());
    }

    [Fact]
    public async Task A_paper_that_somebody_made_keeps_its_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var open = database.Open())
        {
            var paper = await FoundStarterPaper.RunAsync(open, Stop);
            (paper.IsStarter, paper.Name) = (false, "Ours");
            await open.SaveChangesAsync(Stop);
        }

        await database.ImportAsync(Feed());

        Assert.Equal("Ours", Assert.Single(await database.AllAsync<Publication>()).Name);
    }

    [Theory, EachDatabase]
    public async Task What_nobody_changed_of_the_starter_makes_room_and_what_somebody_wrote_stays(TestDatabase database)
    {
        await using (var open = database.Open())
        {
            var founded = await FoundStarterPaper.RunAsync(open, Stop);
            (founded.IsStarter, founded.Name) = (false, "Ours");
            var about = await open.Set<Post>().SingleAsync(post => post.Path == "p/about.html", Stop);
            (about.Markdown, about.UpdatedAt) = ("Who we are", Importing.Today);
            await open.SaveChangesAsync(Stop);
        }

        var report = await database.ImportAsync(Feed());

        var paper = Assert.Single(await database.AllAsync<Publication>());
        Assert.Equal(("Ours", ""), (paper.Name, paper.Line));
        var posts = await database.PostsAsync();
        Assert.Equal(4, posts.Count);
        Assert.Equal("Who we are", Assert.Single(posts, post => post.Path == "p/about.html").Markdown);
        Assert.Equal(["Mai"], (await database.AllAsync<PenName>()).Select(name => name.Name));
        Assert.Empty(await database.AllAsync<Tag>());
        Assert.Contains("The starter paper makes room: 4 texts that nobody changed.", report.Notes);
    }

    [Theory, EachDatabase]
    public async Task An_import_that_is_stopped_leaves_the_paper_as_it_was(TestDatabase database)
    {
        await database.ImportAsync(Feed());
        await ForgetJournalAsync(database);
        using var stop = new CancellationTokenSource();
        var feed = Feed(html: "Second words");
        for (var i = 100; i < 400; i++)
        {
            feed.Post($"{i}");
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            feed.WithFileAsync(async path =>
            {
                await using var open = database.Open();
                var stopping = new Stopping(stop, "texts", 250);
                return await ImportPaper.RunAsync(
                    new ImportRequest(path),
                    open,
                    TimeProvider.System,
                    stopping,
                    stop.Token
                );
            })
        );

        Assert.Equal(3, (await database.PostsAsync()).Count);
        Assert.Equal("First words", (await database.PostAsync("1")).Markdown);
        Assert.Empty(await database.AllAsync<Change>());
    }

    [Theory]
    [InlineData("synthetic/takeout-feed.atom", null)]
    [InlineData("synthetic/legacy-archive.xml", null)]
    [InlineData("blogger-legacy/google-converters-blogger-sample2.xml", null)]
    [InlineData("blogger-legacy/pelican-bloggerexport-2018.xml", null)]
    [InlineData(Exports.Heisencoder, "Heisencoder")]
    public async Task A_dry_run_tells_what_the_real_one_does_and_writes_nothing(string file, string? blog)
    {
        await using var database = await TestDatabase.CreateAsync();
        var request = new ImportRequest(Exports.Of(file)) { Blog = blog };

        var dry = Assert.IsType<ImportOutcome.Imported>(await database.RunAsync(request with { DryRun = true }));

        Assert.Empty(await database.AllAsync<Publication>());
        Assert.Empty(await database.PostsAsync());
        var real = Assert.IsType<ImportOutcome.Imported>(await database.RunAsync(request));
        Assert.Equal(real.Report.ToJson(), dry.Report.ToJson());
    }

    private static async Task ForgetJournalAsync(TestDatabase database)
    {
        await using var open = database.Open();
        await open.Set<Change>().ExecuteDeleteAsync(Stop);
    }

    private static async Task ChangeAsync<T>(TestDatabase database, Func<T, bool> which, Action<T> change)
        where T : class
    {
        await using var open = database.Open();
        foreach (var row in (await open.Set<T>().ToListAsync(Stop)).Where(which))
        {
            change(row);
        }

        await open.SaveChangesAsync(Stop);
    }

    private sealed class Stopping(CancellationTokenSource stop, string stage, int at) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == stage && value.Done == at)
            {
                stop.Cancel();
            }
        }
    }
}
