using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Settings;

public sealed class SettleMentionsTests
{
    [Theory, EachDatabase]
    public async Task Both_are_off_until_somebody_asks_and_pages_say_where_mentions_are_taken(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);
        Assert.Empty((await mai.GetAsync("/desk/settings/mentions")).Page.QuerySelectorAll("input[checked]"));
        await using (var open = desk.Database.Open())
        {
            (await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).Home = "https://paper.example/";
            await open.SaveChangesAsync(TestDesk.Cancel);
        }

        var saved = await mai.PostAsync(
            "/desk/settings/mentions",
            ("takes", "yes"),
            ("sends", "yes"),
            ("hub", "https://hub.example/")
        );
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        Assert.Equal("/desk/settings/mentions", saved.Location);
        var page = await mai.GetAsync("/2026/11/what-a-paper-is-for.html");
        Assert.Equal(
            "https://paper.example/webmention",
            page.Page.QuerySelector("link[rel=webmention]")?.GetAttribute("href")
        );
        Assert.Null((await mai.GetAsync("/index.html")).Page.QuerySelector("link[rel=webmention]"));
        await using var again = desk.Database.Open();
        var paper = await again.Set<Publication>().SingleAsync(TestDesk.Cancel);
        Assert.Equal(DateOnly.FromDateTime(desk.Time.GetUtcNow().UtcDateTime), paper.SendsMentionsSince);

        _ = await mai.PostAsync("/desk/settings/mentions", ("hub", ""));
        await again.Entry(paper).ReloadAsync(TestDesk.Cancel);
        Assert.Equal((false, null, ""), (paper.TakesMentions, paper.SendsMentionsSince, paper.Hub));
    }

    [Theory]
    [InlineData("http://hub.example/")]
    [InlineData("hub.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_hub_that_is_no_address_over_tls_is_refused_beside_its_field(string typed)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);

        var back = await mai.PostAsync("/desk/settings/mentions", ("takes", "yes"), ("hub", typed));

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt("hub"));
        Assert.Equal(typed, back.Value("hub"));
        Assert.True(back.Page.QuerySelector("[name=takes]")!.HasAttribute("checked"));
    }
}
