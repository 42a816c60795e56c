using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Imports;
using Pamphlet.Tests.Writing;

namespace Pamphlet.Tests.Moving;

public sealed class MovingInTests
{
    private static string Small => new TestWxr().Item("1").Item("2", status: "draft").Xml();

    [Theory, EachDatabase]
    public async Task An_export_is_looked_at_named_and_moves_in(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);

        var sent = await mai.UploadAsync(Small);
        var report = await mai.AfterItAsync();
        var before = await CountAsync(desk);
        var names = await mai.GetAsync("/desk/moving/names");
        _ = await mai.PostAsync("/desk/moving/names", ("name-0", "Hoa"));
        var named = await mai.AfterItAsync();
        _ = await mai.PostAsync("/desk/moving/begin");
        var moved = await mai.AfterItAsync();

        Assert.Equal((303, "/desk/moving"), (sent.Status, sent.Location));
        Assert.Contains("1 public, 1 drafts", report.Text, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal("Mai", names.Value("name-0"));
        Assert.Contains("Was called Mai.", named.Text, StringComparison.Ordinal);
        Assert.Contains("It has moved in", moved.Text, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(desk));
        await using var open = desk.Database.Open();
        Assert.Equal("Hoa", (await open.Set<PenName>().SingleAsync(TestDesk.Cancel)).Name);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(desk.Folder, "moving")));
    }

    [Fact]
    public async Task The_name_that_the_collective_gave_and_the_drafts_they_began_stay()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit, Act.Write);
        _ = await mai.BeginAsync("Our own draft");
        await using (var named = desk.Database.Open())
        {
            await named
                .Set<Publication>()
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "Ours"), TestDesk.Cancel);
        }

        _ = await mai.UploadAsync(Small);
        _ = await mai.AfterItAsync();
        _ = await mai.PostAsync("/desk/moving/begin");
        _ = await mai.AfterItAsync();

        await using var open = desk.Database.Open();
        var paper = await open.Set<Publication>().SingleAsync(TestDesk.Cancel);
        Assert.Equal(("Ours", false), (paper.Name, paper.IsStarter));
        var posts = await open.Set<Post>().ToListAsync(TestDesk.Cancel);
        Assert.Equal(3, posts.Count);
        Assert.Contains(posts, post => post.Title == "Our own draft");
        Assert.Equal(2, posts.Count(post => post.SourceId is not null));
    }

    [Theory, EachDatabase]
    public async Task Where_a_second_person_is_asked_what_moves_in_waits_and_changes_nothing_public(
        TestDatabase database
    )
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit, Act.Write);
        await MoveInAsync(mai, new TestWxr().Item("1", html: "As it was").Item("2", status: "draft").Xml());
        _ = await mai.PostAsync($"{await mai.BeginAsync("A draft")}/second-person", ("second", "1"));

        await MoveInAsync(
            mai,
            new TestWxr()
                .Item("1", html: "Slipped in")
                .Item("2")
                .Item("3", more: TestWxr.Comment("1", "A reader", "A word"))
                .Xml()
        );

        await using var open = desk.Database.Open();
        var posts = await open.Set<Post>().Where(post => post.SourceId != null).ToListAsync(TestDesk.Cancel);
        Assert.Equal(
            [("Text 1", PostState.Published), ("Text 2", PostState.Draft), ("Text 3", PostState.Draft)],
            posts.Select(post => (post.Title, post.State)).Order()
        );
        Assert.Contains("As it was", posts.Single(post => post.Title == "Text 1").Markdown, StringComparison.Ordinal);
        Assert.Equal(
            CommentState.Pending,
            (await open.Set<Comment>().SingleAsync(comment => comment.Name == "A reader", TestDesk.Cancel)).State
        );
    }

    [Fact]
    public async Task An_export_on_the_disk_tells_nothing_of_who_wrote_to_the_old_paper()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);
        var export = new TestWxr().Item("1", more: TestWxr.Comment("1", "A reader", "A planted word")).Xml();

        _ = await mai.UploadAsync(export);
        _ = await mai.AfterItAsync();

        var lies = Assert.Single(Directory.EnumerateFiles(Path.Combine(desk.Folder, "moving")));
        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(lies, TestDesk.Cancel));
        Assert.True(bytes.Length > export.Length);
        Assert.DoesNotContain("redacted@", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("A planted word", bytes, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(lies));
    }

    [Theory, EachDatabase]
    public async Task Whoever_stops_it_leaves_the_paper_as_it_was(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);
        var export = new TestWxr();
        for (var number = 1; number <= 3000; number++)
        {
            export.Item(number.ToString(CultureInfo.InvariantCulture));
        }

        _ = await mai.UploadAsync(export.Xml());
        _ = await mai.AfterItAsync();
        _ = await mai.PostAsync("/desk/moving/begin");
        var under = await mai.GetAsync("/desk/moving");
        _ = await mai.PostAsync("/desk/moving/stop");
        var after = await mai.GetAsync("/desk/moving");

        Assert.NotNull(under.Page.QuerySelector("progress"));
        Assert.Contains("It was stopped.", after.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(desk));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(desk.Folder, "moving")));
        await using var open = desk.Database.Open();
        Assert.True((await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).IsStarter);
    }

    [Fact]
    public async Task A_second_export_waits_until_the_first_is_thrown_away()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);
        _ = await mai.UploadAsync(Small);
        _ = await mai.AfterItAsync();

        var second = await mai.UploadAsync(Small);
        var thrown = await mai.PostAsync("/desk/moving/stop");
        var page = await mai.GetAsync("/desk/moving");
        var third = await mai.UploadAsync(Small);

        Assert.Equal(400, second.Status);
        Assert.Contains("already", second.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/moving", thrown.Location);
        Assert.Contains("The file is destroyed.", page.Text, StringComparison.Ordinal);
        Assert.Equal(303, third.Status);
    }

    [Theory]
    [InlineData("A letter to the editor", "This is no export that is known here.")]
    [InlineData("PK\u0003\u0004 and nothing that follows it", "The export is damaged or incomplete.")]
    public async Task What_is_no_export_is_refused_in_words_and_destroyed(string file, string said)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);

        _ = await mai.UploadAsync(file);
        var refused = await mai.AfterItAsync();

        Assert.Contains(said, refused.Text, StringComparison.Ordinal);
        Assert.NotNull(refused.Page.QuerySelector("[name=export]"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(desk.Folder, "moving")));
    }

    [Fact]
    public async Task No_file_and_an_address_that_is_none_are_said_beside_their_fields()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);

        var none = await mai.UploadAsync("");
        _ = await mai.UploadAsync(Small);
        _ = await mai.AfterItAsync();
        var wrong = await mai.PostAsync("/desk/moving/look", ("site", "our old paper"));

        Assert.Equal("Please choose a file.", none.MessageAt("export"));
        Assert.Equal(400, wrong.Status);
        Assert.NotNull(wrong.MessageAt("site"));
        Assert.Equal("our old paper", wrong.Value("site"));
    }

    [Fact]
    public async Task Who_may_not_leaves_no_byte_of_an_upload_here()
    {
        await using var desk = await TestDesk.StartAsync();
        using var writer = await desk.SignInAsync(Act.Write);
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);
        using var unsigned = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Small)), "export", "export.xml" },
        };

        var forbidden = await writer.UploadAsync(Small);
        var bare = await mai.SendAsync(HttpMethod.Post, "/desk/moving", unsigned);

        Assert.Equal((403, 400), (forbidden.Status, bare.Status));
        Assert.False(Directory.Exists(Path.Combine(desk.Folder, "moving")));
    }

    [Fact]
    public async Task What_nobody_decides_about_is_destroyed_after_twelve_hours()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);
        _ = await mai.UploadAsync(Small);
        _ = await mai.AfterItAsync();

        desk.Time.Advance(TimeSpan.FromHours(7));
        var still = Directory.EnumerateFiles(Path.Combine(desk.Folder, "moving")).Count();
        desk.Time.Advance(TimeSpan.FromHours(5));
        using var hoa = await desk.SignInAsync(Act.Settle, Act.Edit);
        while ((await hoa.GetAsync("/desk/moving")).Page.QuerySelector("[name=export]") is null) { }

        Assert.Equal(1, still);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(desk.Folder, "moving")));
    }

    private static async Task MoveInAsync(DeskBrowser browser, string export)
    {
        _ = await browser.UploadAsync(export);
        _ = await browser.AfterItAsync();
        _ = await browser.PostAsync("/desk/moving/begin");
        Assert.Contains("It has moved in", (await browser.AfterItAsync()).Text, StringComparison.Ordinal);
        _ = await browser.PostAsync("/desk/moving/stop");
    }

    private static async Task<int> CountAsync(TestDesk desk)
    {
        await using var open = desk.Database.Open();
        return await open.Set<Post>().CountAsync(post => post.SourceId != null, TestDesk.Cancel);
    }
}
