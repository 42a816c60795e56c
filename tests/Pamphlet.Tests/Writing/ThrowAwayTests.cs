using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Letters;
using Pamphlet.Tests.Pictures;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Tests.Writing;

/// <summary>A draft that was thrown away is in no byte of what a police could carry away.</summary>
public sealed class ThrowAwayTests
{
    private const string Secret = "Khongaiduocbiet";

    [Theory, EachDatabase]
    public async Task No_byte_of_the_data_holds_a_draft_that_was_thrown_away(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync($"{Secret} title");
        _ = await mai.WriteAsync(text, string.Concat(Enumerable.Range(0, 400).Select(i => $"{Secret}{i} ")));
        _ = await mai.WriteAsync(text, $"{Secret} again.");
        _ = await mai.UploadAsync(text, Drawn.Jpeg(600, 400));
        _ = await mai.PostAsync(
            $"{text}/details",
            ("language", "en"),
            ("tags", $"{Secret} tag"),
            ("series", $"{Secret}s")
        );
        _ = await mai.PostAsync($"{text}/remarks", ("words", $"{Secret} remark"));
        var page = await mai.GetAsync(text);
        _ = await mai.PostAsync(
            $"{text}/keep",
            ("sitting", page.Value("sitting")),
            ("title", "A draft"),
            ("words", $"{Secret} unsaved")
        );
        Assert.NotEmpty(await FoundAsync(database, desk));

        var asked = await mai.GetAsync($"{text}/throw-away");
        var done = await mai.PostAsync($"{text}/throw-away");

        Assert.Contains("never public", asked.Text, StringComparison.Ordinal);
        Assert.Equal((303, "/desk/texts"), (done.Status, done.Location));
        Assert.Contains("destroyed", (await mai.GetAsync("/desk/texts")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await mai.GetAsync(text)).Status);
        await using (var open = desk.Database.Open())
        {
            Assert.Empty(await open.Set<Picture>().ToListAsync(TestDesk.Cancel));
            Assert.Empty(await open.Set<UnsavedText>().ToListAsync(TestDesk.Cancel));
        }

        Assert.Empty(await FoundAsync(database, desk));
    }

    [Fact]
    public async Task A_picture_and_a_subject_that_another_text_has_stay()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.UploadAsync(text, Drawn.Jpeg(600, 400));
        var other = await mai.BeginAsync("Another");
        _ = await mai.WriteAsync(other, (await desk.PostAtAsync(text)).Markdown);
        _ = await mai.WriteAsync(other, "Its picture is in an earlier version.");
        foreach (var one in new[] { text, other })
        {
            _ = await mai.PostAsync($"{one}/details", ("language", "en"), ("tags", "Rivers"));
        }

        _ = await mai.PostAsync($"{text}/throw-away");

        await using var open = desk.Database.Open();
        Assert.Single(await open.Set<Picture>().ToListAsync(TestDesk.Cancel));
        Assert.Equal(1, await open.Set<Tag>().CountAsync(tag => tag.Name == "Rivers", TestDesk.Cancel));
    }

    [Fact]
    public async Task What_was_public_or_is_a_correction_cannot_be_thrown_away_here()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A text");
        _ = await mai.WriteAsync(text, "Words.");
        _ = await mai.PublishAsync(text, ("now", "1"));
        var correction = (await mai.PostAsync($"{text}/correct")).Location!;

        var ofText = await mai.PostAsync($"{text}/throw-away");
        var ofCorrection = await mai.PostAsync($"{correction}/throw-away");

        Assert.Equal((404, 404), (ofText.Status, ofCorrection.Status));
        Assert.Equal("Words.", (await desk.PostAtAsync(correction)).Markdown);
        Assert.Equal(303, (await mai.PostAsync($"{correction}/drop")).Status);
        await using var open = desk.Database.Open();
        var left = await open.Set<Post>().Where(post => post.Title == "A text").ToListAsync(TestDesk.Cancel);
        Assert.Equal(PostState.Published, Assert.Single(left).State);
    }

    [Fact]
    public async Task Who_only_writes_is_not_offered_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var lan = await desk.SignInAsync(Act.Write);
        var text = await lan.BeginAsync("A draft");

        var page = await lan.GetAsync(text);

        Assert.Null(page.Page.QuerySelector("a[href$='throw-away']"));
        Assert.Equal(403, (await lan.PostAsync($"{text}/throw-away")).Status);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestDatabase database, TestDesk desk)
    {
        var folders = new List<string> { desk.Folder };
        if (!database.Address.IsPostgres)
        {
            var file = new SqliteConnectionStringBuilder(database.Address.ConnectionString).DataSource;
            folders.Add(Path.GetDirectoryName(file)!);
        }

        return (await SeizedDisk.OfAsync(database, [.. folders])).Find([Secret]);
    }
}
