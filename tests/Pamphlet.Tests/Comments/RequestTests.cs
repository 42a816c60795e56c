using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.Writing;

namespace Pamphlet.Tests.Comments;

/// <summary>Readers ask for a subject, editors plan it, answer, and name the text that came of it.</summary>
public sealed class RequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_request_waits_is_let_through_planned_and_becomes_a_text(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write, Act.Edit, Act.Moderate);
        using var reader = desk.Browse();
        var page = await PublishPageAsync(desk, mai);

        var form = await reader.GetAsync($"/comment.html?post={page}");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        var sent = await SendAsync(reader, page, form, "Please write about the water in district nine.");
        _ = await desk.Press.PublishAsync(Cancel);
        var waiting = await reader.GetAsync($"/{page}");
        var request = Assert.Single(await RequestsAsync(desk));
        _ = await mai.PostAsync("/desk/comments", ("do", $"publish {request.Id.Value}"));
        _ = await mai.PostAsync($"/desk/comments/requests/{request.Id.Value}", ("do", "plan"));
        _ = await desk.Press.PublishAsync(Cancel);
        var planned = await reader.GetAsync($"/{page}");
        var came = await mai.PostAsync(
            $"/desk/comments/requests/{request.Id.Value}",
            ("do", "written"),
            ("address", "/2026/11/what-a-paper-is-for.html")
        );
        _ = await desk.Press.PublishAsync(Cancel);
        var written = await reader.GetAsync($"/{page}");

        Assert.Equal("Ask for a subject", form.Heading);
        Assert.Equal(200, sent.Status);
        Assert.Contains("Nobody has asked for anything yet.", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("district nine", planned.Text, StringComparison.Ordinal);
        Assert.Contains("The editors plan to write about it.", planned.Text, StringComparison.Ordinal);
        Assert.Equal(303, came.Status);
        Assert.DoesNotContain("plan to write", written.Text, StringComparison.Ordinal);
        var link = written.Page.QuerySelector(".standing a")!;
        Assert.Equal("../2026/11/what-a-paper-is-for.html", link.GetAttribute("href"));
        Assert.Equal("What a paper is for", link.TextContent);
    }

    [Theory, EachDatabase]
    public async Task An_edition_made_step_by_step_is_the_one_made_at_once(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write, Act.Edit, Act.Moderate);
        using var reader = desk.Browse();
        var page = await PublishPageAsync(desk, mai);
        var form = await reader.GetAsync($"/comment.html?post={page}");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        _ = await SendAsync(reader, page, form, "Please write about the water.");
        var request = Assert.Single(await RequestsAsync(desk));
        _ = await mai.PostAsync("/desk/comments", ("do", $"publish {request.Id.Value}"));
        _ = await desk.Press.PublishAsync(Cancel);
        _ = await mai.PostAsync($"/desk/comments/requests/{request.Id.Value}", ("do", "plan"));
        _ = await desk.Press.PublishAsync(Cancel);

        using var anew = new TestShelf();
        using var press = new Press(database.Address, anew.Shelf);
        _ = await press.PublishAsync(Cancel);

        var served = EditionShelf.OpenToRead(Path.Combine(desk.Folder, "shelf")).Current;
        Assert.NotNull((await reader.GetAsync($"/{page}")).Page.QuerySelector(".standing"));
        Assert.Equal(TestShelf.Read(anew.Shelf.Current), TestShelf.Read(served));
    }

    [Fact]
    public async Task An_address_of_no_text_is_said_beside_the_field_and_changes_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write, Act.Edit, Act.Moderate);
        using var reader = desk.Browse();
        var page = await PublishPageAsync(desk, mai);
        var form = await reader.GetAsync($"/comment.html?post={page}");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        _ = await SendAsync(reader, page, form, "Please write about the water.");
        var request = Assert.Single(await RequestsAsync(desk));
        _ = await mai.PostAsync("/desk/comments", ("do", $"publish {request.Id.Value}"));

        var wrong = await mai.PostAsync(
            $"/desk/comments/requests/{request.Id.Value}",
            ("do", "written"),
            ("address", "/nowhere.html")
        );

        Assert.Equal(400, wrong.Status);
        Assert.NotNull(wrong.MessageAt($"address-{request.Id.Value}"));
        Assert.Equal("/nowhere.html", wrong.Value("address"));
        Assert.Null(Assert.Single(await RequestsAsync(desk)).Standing);
    }

    [Fact]
    public async Task Whoever_asked_takes_it_back_with_what_was_said_about_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write, Act.Edit, Act.Moderate);
        using var reader = desk.Browse();
        var page = await PublishPageAsync(desk, mai);
        var form = await reader.GetAsync($"/comment.html?post={page}");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        var sent = await SendAsync(reader, page, form, "Please write about the water.");
        var request = Assert.Single(await RequestsAsync(desk));
        _ = await mai.PostAsync("/desk/comments", ("do", $"publish {request.Id.Value}"));
        _ = await mai.PostAsync($"/desk/comments/requests/{request.Id.Value}", ("do", "plan"));

        var code = sent.Page.QuerySelector("#code + .code")!.TextContent;
        var own = await reader.PostBareAsync("/comment.html", ("code", code), ("takeBack", "1"));

        Assert.Equal(200, own.Status);
        Assert.Empty(await RequestsAsync(desk));
    }

    /// <returns>Where readers ask.</returns>
    private static async Task<string> PublishPageAsync(TestDesk desk, DeskBrowser mai)
    {
        var text = await mai.BeginAsync("Ask us", "requests");
        _ = await mai.WriteAsync(text, "Say what you want to read.");
        _ = await mai.PublishAsync(text);
        _ = await desk.Press.PublishAsync(Cancel);
        return (await desk.PostAtAsync(text)).Path!;
    }

    private static Task<DeskAnswer> SendAsync(DeskBrowser reader, string page, DeskAnswer form, string words) =>
        reader.PostBareAsync(
            $"/comment.html?post={page}",
            ("token", form.Value("token")),
            ("text", words),
            ("name", ""),
            ("to", "")
        );

    private static async Task<List<Comment>> RequestsAsync(TestDesk desk)
    {
        await using var open = desk.Database.Open();
        return await open.Set<Post>()
            .Where(post => post.Kind == PostKind.Requests)
            .Join(open.Set<Comment>(), post => post.Id, comment => comment.PostId, (_, comment) => comment)
            .AsNoTracking()
            .ToListAsync(Cancel);
    }
}
