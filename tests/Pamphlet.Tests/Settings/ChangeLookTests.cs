using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Settings;

public sealed class ChangeLookTests
{
    private static readonly (string Name, string Value)[] Chosen =
    [
        ("accent", "#1A5276"),
        ("ground", "#f4f8ff"),
        ("letters", "Sans"),
        ("feeds", "beginning"),
        ("style", ".card { border: 0 }"),
    ];

    [Theory, EachDatabase]
    public async Task Colours_letters_and_own_rules_are_in_the_style_sheet_and_no_page_is_made_anew(
        TestDatabase database
    )
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);
        using var reader = desk.Browse();
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var before = (await reader.GetAsync("/")).Raw.Headers.ETag;

        var saved = await mai.PostAsync("/desk/settings/look", Chosen);
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        Assert.Equal("/desk/settings/look", saved.Location);
        var style = await (await reader.GetAsync("/style.css")).Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        Assert.Contains("--red: #1a5276", style, StringComparison.Ordinal);
        Assert.Contains("--paper: #f4f8ff", style, StringComparison.Ordinal);
        Assert.Contains("Source Sans 3", style, StringComparison.Ordinal);
        Assert.EndsWith(".card { border: 0 }", style, StringComparison.Ordinal);
        Assert.Equal(before, (await reader.GetAsync("/")).Raw.Headers.ETag);
        await using var open = desk.Database.Open();
        var changes = await new PublicationStore(open).ChangesAsync(desk.Paper.Id, TestDesk.Cancel);
        // The starter paper's own founding may still be known to other nodes.
        Assert.DoesNotContain(changes.Skip(1), change => change.Kind == ChangeKind.Paper);
    }

    [Fact]
    public async Task Every_paper_has_a_sign_that_browsers_find()
    {
        await using var desk = await TestDesk.StartAsync();
        using var reader = desk.Browse();
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        var asked = await reader.GetAsync("/favicon.ico");
        var sign = await reader.GetAsync("/icon.svg");

        Assert.Equal((301, "/icon.svg"), (asked.Status, asked.Location));
        Assert.Equal((200, "image/svg+xml"), (sign.Status, sign.Raw.Content.Headers.ContentType?.MediaType));
        Assert.Contains(
            ">A</text>",
            await sign.Raw.Content.ReadAsStringAsync(TestDesk.Cancel),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("accent", "#f0a0a0")]
    [InlineData("accent", "red; } body { display: none")]
    [InlineData("ground", "#404040")]
    [InlineData("ground", "#000000")]
    [InlineData("ground", "white")]
    [InlineData("style", "@import 'https://evil.example/x.css';")]
    [InlineData("style", "a { background: url(//evil.example) }")]
    public async Task What_cannot_be_read_or_would_ask_another_host_is_refused_beside_its_field(
        string field,
        string typed
    )
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        var answers = Chosen.ToDictionary(one => one.Name, one => one.Value);
        answers[field] = typed;

        var back = await mai.PostAsync("/desk/settings/look", [.. answers.Select(one => (one.Key, one.Value))]);

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(field));
        Assert.Equal(typed, back.Value(field));
        await using var open = desk.Database.Open();
        Assert.Equal("", (await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).OwnStyle);
    }

    [Fact]
    public async Task A_look_is_seen_on_the_papers_own_pages_before_it_is_chosen_and_nothing_is_saved()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var today = await (await mai.GetAsync("/index.html")).Raw.Content.ReadAsStringAsync(TestDesk.Cancel);

        var led = await mai.PostAsync("/desk/settings/look/preview", [.. Chosen, ("look", "Broadside")]);

        Assert.Equal("/desk/settings/look/preview/Broadside-f4f8ff-1a5276-Sans/index.html", led.Location);
        var folder = led.Location![..^"index.html".Length];
        var front = await (await mai.GetAsync(led.Location)).Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        var style = await (await mai.GetAsync($"{folder}style.css")).Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        var elsewhere = await mai.GetAsync($"{folder}archive.html");
        Assert.Equal(today, front);
        Assert.Contains("--paper: #f4f8ff", style, StringComparison.Ordinal);
        Assert.Contains(".front .h-feed", style, StringComparison.Ordinal);
        Assert.Equal("/archive.html", elsewhere.Location);
        await using var open = desk.Database.Open();
        Assert.Equal(FinishedLook.Quiet, (await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).Look);
    }

    [Theory]
    [InlineData("Loud-x-x-Serif/index.html")]
    [InlineData("Quiet-x-zzzzzz-Serif/index.html")]
    [InlineData("Quiet-x-x-Serif/../index.html")]
    [InlineData("Quiet/index.html")]
    public async Task A_preview_that_nobody_offered_is_not_found(string address)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);

        Assert.Equal(404, (await mai.GetAsync($"/desk/settings/look/preview/{address}")).Status);
    }

    [Theory, EachDatabase]
    public async Task The_plain_look_makes_every_page_anew_and_the_way_back_restores_each(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);
        using var reader = desk.Browse();
        _ = await mai.PostAsync("/desk/settings/look", ("look", "Broadside"), ("feeds", "whole"));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var before = (await reader.GetAsync("/")).Raw.Headers.ETag;

        _ = await mai.PostAsync("/desk/settings/look", ("look", "Plain"), ("feeds", "whole"));
        await using (var open = desk.Database.Open())
        {
            var changes = await new PublicationStore(open).ChangesAsync(desk.Paper.Id, TestDesk.Cancel);
            Assert.Equal(ChangeKind.Paper, changes[^1].Kind);
        }

        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var style = await (await reader.GetAsync("/style.css")).Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        Assert.DoesNotContain("grid", style, StringComparison.Ordinal);

        _ = await mai.PostAsync("/desk/settings/look", ("look", "Broadside"), ("feeds", "whole"));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        Assert.Equal(before, (await reader.GetAsync("/")).Raw.Headers.ETag);
    }

    [Fact]
    public async Task The_colours_of_the_start_come_back_with_a_tick()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        _ = await mai.PostAsync("/desk/settings/look", Chosen);

        _ = await mai.PostAsync("/desk/settings/look", [.. Chosen, ("accent-usual", "yes"), ("ground-usual", "yes")]);

        await using var open = desk.Database.Open();
        var paper = await open.Set<Publication>().SingleAsync(TestDesk.Cancel);
        Assert.Equal(("", ""), (paper.Accent, paper.Ground));
    }
}
