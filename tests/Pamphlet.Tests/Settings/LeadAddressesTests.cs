using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Settings;

public sealed class LeadAddressesTests
{
    [Theory, EachDatabase]
    public async Task An_old_address_leads_to_a_text_until_it_is_taken_away(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);
        using var reader = desk.Browse();
        await AddAsync(desk, "2026/11/new.html");

        var added = await mai.PostAsync(
            "/desk/settings/addresses",
            ("from", "https://old.example/2019/05/đời-cũ.html?m=1"),
            ("to", "/2026/11/new.html")
        );
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var led = await reader.GetAsync("/2019/05/đời-cũ.html?m=1");
        _ = await mai.PostAsync("/desk/settings/addresses/remove", ("from", "/2019/05/đời-cũ.html?m=1"));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        Assert.Equal("/desk/settings/addresses", added.Location);
        Assert.Equal((301, "/2026/11/new.html"), (led.Status, led.Location));
        Assert.Equal(404, (await reader.GetAsync("/2019/05/đời-cũ.html?m=1")).Status);
    }

    [Theory]
    [InlineData("from", "/")]
    [InlineData("from", "/2026/11/new.html")]
    [InlineData("to", "/nowhere.html")]
    [InlineData("to", "https://evil.example/")]
    [InlineData("to", "")]
    public async Task What_leads_nowhere_is_said_beside_its_field(string field, string typed)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        await AddAsync(desk, "2026/11/new.html");
        var answers = new Dictionary<string, string>
        {
            ["from"] = "/old",
            ["to"] = "2026/11/new.html",
            [field] = typed,
        };

        var back = await mai.PostAsync("/desk/settings/addresses", [.. answers.Select(one => (one.Key, one.Value))]);

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(field));
        Assert.Equal(typed, back.Value(field));
    }

    private static async Task AddAsync(TestDesk desk, string path)
    {
        await using var open = desk.Database.Open();
        var id = RowIds.New<PostId>();
        open.Add(
            new Post
            {
                PublicationId = desk.Paper.Id,
                Id = id,
                Kind = PostKind.Post,
                State = PostState.Published,
                Path = path,
                Title = "New",
                Language = desk.Paper.Language,
                Markdown = "Words.",
                EntryId = "urn:new",
                PublishedAt = desk.Time.GetUtcNow(),
                UpdatedAt = desk.Time.GetUtcNow(),
            }
        );
        new Pamphlet.Publications.PublicationStore(open).Note(desk.Paper.Id, Pamphlet.Publications.ChangeKind.Post, id);
        await open.SaveChangesAsync(TestDesk.Cancel);
    }
}
