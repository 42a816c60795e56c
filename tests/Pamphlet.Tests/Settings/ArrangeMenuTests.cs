using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Settings;

public sealed class ArrangeMenuTests
{
    [Theory, EachDatabase]
    public async Task Pages_stand_in_the_menu_in_the_order_of_their_numbers(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);
        var (about, contact) = (await AddAsync(desk, "Về chúng tôi"), await AddAsync(desk, "Liên hệ"));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        var saved = await mai.PostAsync(
            "/desk/settings/menu",
            ($"place-{about.Value:x16}", "2"),
            ($"place-{contact.Value:x16}", "1")
        );
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        Assert.Equal("/desk/settings/menu", saved.Location);
        using var reader = desk.Browse();
        var menu = (await reader.GetAsync("/"))
            .Page.QuerySelectorAll(".masthead nav a")
            .Select(link => link.TextContent);
        string[] ours = ["Liên hệ", "Về chúng tôi"];
        Assert.Equal(ours, menu.Where(title => ours.Contains(title, StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_is_no_number_is_said_beside_its_page_and_nothing_moves()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        var field = $"place-{(await AddAsync(desk, "About")).Value:x16}";

        var back = await mai.PostAsync("/desk/settings/menu", (field, "first"));

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(field));
        Assert.Equal("first", back.Value(field));
    }

    private static async Task<PostId> AddAsync(TestDesk desk, string title)
    {
        await using var open = desk.Database.Open();
        var id = RowIds.New<PostId>();
        open.Add(
            new Post
            {
                PublicationId = desk.Paper.Id,
                Id = id,
                Kind = PostKind.Page,
                State = PostState.Published,
                Path = $"p/{id.Value:x}.html",
                Title = title,
                Language = desk.Paper.Language,
                Markdown = "Words.",
                EntryId = $"urn:{id.Value:x}",
                PublishedAt = desk.Time.GetUtcNow(),
                UpdatedAt = desk.Time.GetUtcNow(),
            }
        );
        new Pamphlet.Publications.PublicationStore(open).Note(desk.Paper.Id, Pamphlet.Publications.ChangeKind.Post, id);
        await open.SaveChangesAsync(TestDesk.Cancel);
        return id;
    }
}
