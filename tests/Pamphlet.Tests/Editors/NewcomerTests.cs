using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Writing;

namespace Pamphlet.Tests.Editors;

/// <summary>What somebody sees who has read nothing but the README.</summary>
public sealed class NewcomerTests
{
    [Fact]
    public async Task A_new_paper_says_what_to_do_first_until_a_text_of_its_own_is_public()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write, Act.Edit, Act.Invite, Act.KeepKeys);
        using var lan = await desk.SignInAsync(Act.Moderate);

        var before = await mai.GetAsync("/desk");
        var moderator = await lan.GetAsync("/desk");
        var text = await mai.BeginAsync("The ferry");
        _ = await mai.WriteAsync(text, "Words.");
        _ = await mai.PublishAsync(text, ("now", "1"));
        var after = await mai.GetAsync("/desk");

        var steps = before.Page.QuerySelectorAll("section[aria-labelledby='first'] a");
        Assert.Equal(
            ["/desk/texts#begin", "/desk/texts?shelf=Published", "/desk/people", "/desk/letter-keys"],
            steps.Select(link => link.GetAttribute("href"))
        );
        Assert.Null(moderator.Page.QuerySelector("#first"));
        Assert.Null(after.Page.QuerySelector("#first"));
    }

    [Fact]
    public async Task What_somebody_can_do_is_said_to_them_and_leads_there()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync([.. Enum.GetValues<Act>()]);

        var home = await mai.GetAsync("/desk");

        foreach (var act in Enum.GetValues<Act>())
        {
            var link = home.Page.QuerySelector($"main ul a[href='{EditorsDesk.PlaceOf(act)}']");
            Assert.NotNull(link);
            Assert.Equal(200, (await mai.GetAsync(link.GetAttribute("href")!.Split('#')[0])).Status);
        }

        Assert.DoesNotContain("Writes:", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_texts_opens_where_texts_are()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);

        var published = await mai.GetAsync("/desk/texts");
        _ = await mai.BeginAsync("A draft");
        var drafts = await mai.GetAsync("/desk/texts");
        var asked = await mai.GetAsync("/desk/texts?shelf=withdrawn");

        Assert.StartsWith("Published", Here(published), StringComparison.Ordinal);
        Assert.StartsWith("Drafts", Here(drafts), StringComparison.Ordinal);
        Assert.StartsWith("Withdrawn", Here(asked), StringComparison.Ordinal);
        Assert.NotNull(published.Page.QuerySelector("main > p a[href='#begin']"));
    }

    [Fact]
    public async Task A_passphrase_of_ones_own_is_not_called_drawn()
    {
        await using var desk = await TestDesk.StartAsync();
        await using var open = desk.Database.Open();
        var key = await FoundingLink.RenewAsync(open, desk.Paper.Id, TestDesk.Cancel);
        using var founder = desk.Browse();
        var link = $"/desk/found/{key}";

        var shown = await founder.GetAsync(link);
        var back = await founder.PostAsync(
            link,
            ("paper", "A paper"),
            ("language", "en"),
            ("name", "Lá Me"),
            ("passphrase", "short")
        );

        Assert.Contains("was drawn for you", shown.Text, StringComparison.Ordinal);
        Assert.Equal(400, back.Status);
        Assert.DoesNotContain("was drawn for you", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2^", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_shows_one_field_for_names_more_than_it_has_names()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");

        var none = await mai.GetAsync($"{text}/details");
        _ = await mai.PostAsync($"{text}/details", ("new-name", "Sông Gianh"), ("language", "en"));
        var one = await mai.GetAsync($"{text}/details");

        Assert.Single(none.Page.QuerySelectorAll("select[name^='name-']"));
        Assert.Equal(2, one.Page.QuerySelectorAll("select[name^='name-']").Length);
    }

    [Fact]
    public async Task A_preview_says_so_and_leads_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "Words.");

        var shown = await mai.GetAsync((await mai.GetAsync($"{text}/preview/")).Location!);
        var made = await mai.PostAsync($"{text}/link", ("days", "3"));
        var secret = made.Page.QuerySelector("a.code")!.GetAttribute("href")!;
        using var guest = desk.Browse();
        var first = await guest.GetAsync(new Uri(secret).AbsolutePath);
        var seen = await guest.GetAsync(first.Location!);

        Assert.Equal(text, shown.Page.QuerySelector("body > .notice a")?.GetAttribute("href"));
        Assert.Contains("preview", seen.Page.QuerySelector("body > .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(seen.Page.QuerySelector(".notice a"));
    }

    [Fact]
    public async Task The_example_of_a_note_is_a_sentence()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();

        var page = await mai.GetAsync(await mai.BeginAsync("A draft"));

        Assert.Contains(
            "A sentence with a note.[^1]",
            page.Page.QuerySelector("details.help pre")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static string Here(DeskAnswer list) =>
        list.Page.QuerySelector("nav.parts [aria-current='page']")!.TextContent;
}
