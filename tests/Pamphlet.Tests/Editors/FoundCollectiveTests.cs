using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class FoundCollectiveTests
{
    [Theory, EachDatabase]
    public async Task Who_opens_the_link_names_the_paper_and_is_in(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var link = await LinkAsync(desk);
        using var founder = desk.Browse();
        var shown = await founder.GetAsync(link);

        var done = await founder.PostAsync(link, Answers(shown.Value("passphrase")));
        var home = await founder.GetAsync(done.Location!);

        Assert.Equal(303, done.Status);
        Assert.Equal("/desk", done.Location);
        Assert.Contains("Chào Lá Me", home.Text, StringComparison.Ordinal);
        Assert.Contains("Đã lập Tờ Báo Mới", home.Text, StringComparison.Ordinal);
        await using var open = desk.Database.Open();
        var paper = await new PublicationStore(open).FirstAsync(TestDesk.Cancel);
        Assert.Equal(("Tờ Báo Mới", "vi"), (paper!.Name, paper.Language.Tag));
    }

    [Fact]
    public async Task The_link_opens_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var link = await LinkAsync(desk);
        using var founder = desk.Browse();
        _ = await founder.PostAsync(link, Answers(Passphrase.Draw()));
        using var late = desk.Browse();

        var shown = await late.GetAsync(link);
        var sent = await late.PostAsync(link, Answers(Passphrase.Draw()));

        Assert.Equal(404, shown.Status);
        Assert.Equal(404, sent.Status);
        await using var open = desk.Database.Open();
        Assert.Null(await FoundingLink.RenewAsync(open, desk.Paper.Id, TestDesk.Cancel));
    }

    [Theory, EachDatabase]
    public async Task Of_many_who_come_at_once_one_founds(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var link = await LinkAsync(desk);
        var browsers = Enumerable.Range(0, 8).Select(_ => desk.Browse()).ToList();
        foreach (var browser in browsers)
        {
            _ = await browser.GetAsync(link);
        }

        var answers = await Task.WhenAll(browsers.Select(one => one.PostAsync(link, Answers(Passphrase.Draw()))));

        Assert.Single(answers, answer => answer.Status == 303);
        Assert.All(answers, answer => Assert.True(answer.Status is 303 or 404, $"{answer.Status}"));
        await using var open = desk.Database.Open();
        Assert.Equal(1, await open.Set<Editor>().CountAsync(TestDesk.Cancel));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_new_start_prints_a_new_link_and_the_old_one_opens_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var old = await LinkAsync(desk);
        var fresh = await LinkAsync(desk);
        using var browser = desk.Browse();

        var opened = await browser.GetAsync(old);
        var openedFresh = await browser.GetAsync(fresh);

        Assert.Equal(404, opened.Status);
        Assert.Equal(200, openedFresh.Status);
    }

    [Fact]
    public async Task The_database_holds_nothing_that_opens_the_link()
    {
        await using var desk = await TestDesk.StartAsync();
        var link = await LinkAsync(desk);

        await using var open = desk.Database.Open();
        var row = await open.Set<FoundingLink>().SingleAsync(TestDesk.Cancel);

        Assert.Equal(EditorSession.HashOf(link.Split('/')[^1]), row.TokenHash);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_the_rest_stays()
    {
        await using var desk = await TestDesk.StartAsync();
        var link = await LinkAsync(desk);
        using var founder = desk.Browse();

        var back = await founder.PostAsync(
            link,
            ("paper", "Tờ Báo Mới"),
            ("language", "vi"),
            ("name", ""),
            ("passphrase", "ngắn quá")
        );

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt("name"));
        Assert.NotNull(back.MessageAt("passphrase"));
        Assert.Null(back.MessageAt("paper"));
        Assert.Equal(("Tờ Báo Mới", "vi"), (back.Value("paper"), back.Value("language")));
    }

    private static async Task<string> LinkAsync(TestDesk desk)
    {
        await using var open = desk.Database.Open();
        return $"/desk/found/{await FoundingLink.RenewAsync(open, desk.Paper.Id, TestDesk.Cancel)}";
    }

    private static (string, string)[] Answers(string passphrase) =>
        [("paper", "Tờ Báo Mới"), ("language", "vi"), ("name", "Lá Me"), ("passphrase", passphrase)];
}
