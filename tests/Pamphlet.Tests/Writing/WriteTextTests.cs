using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Tests.Writing;

public sealed class WriteTextTests
{
    [Theory, EachDatabase]
    public async Task What_is_saved_is_there_and_what_it_said_before_is_a_version(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("Đêm ở bến");

        _ = await mai.WriteAsync(text, "Câu một.");
        var saved = await mai.WriteAsync(text, "Câu một.\n\nCâu hai.");
        var page = await mai.GetAsync(text);

        Assert.Equal(303, saved.Status);
        Assert.Equal("Câu một.\n\nCâu hai.", page.Value("words"));
        Assert.Contains("4 words", page.Text, StringComparison.Ordinal);
        var version = await mai.GetAsync($"{text}/revisions/2");
        Assert.Equal("Câu hai.", version.Page.QuerySelector("ins")!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task Two_who_save_one_draft_at_once_lose_nothing(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write);
        using var hoa = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("One draft");
        _ = await mai.WriteAsync(text, "We began together.");
        var (hers, his) = (await mai.GetAsync(text), await hoa.GetAsync(text));

        var answers = await Task.WhenAll(
            mai.SendBackAsync(text, hers, "We began together. Mai went on."),
            hoa.SendBackAsync(text, his, "We began together. Hoa went on.")
        );

        Assert.Equal([303, 409], answers.Select(answer => answer.Status).Order());
        var stands = (await desk.PostAtAsync(text)).Markdown;
        var second = answers.Single(answer => answer.Status == 409);
        Assert.NotEqual(stands, second.Value("words"));
        Assert.Equal(
            ["We began together. Hoa went on.", "We began together. Mai went on."],
            new[] { stands, second.Value("words") }.Order()
        );
        Assert.Contains("went on", second.Page.QuerySelector(".difference")!.TextContent, StringComparison.Ordinal);

        // Even if the second closes the browser now, the words are found again.
        var again = await mai.GetAsync(text);
        var unsaved = await mai.GetAsync(
            again.Page.QuerySelector(".warning a[href*='unsaved']")!.GetAttribute("href")!
        );
        Assert.Contains(
            second.Value("words"),
            unsaved.Page.QuerySelector("pre")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_came_second_saves_over_the_first_knowing_it_and_the_first_stays_a_version()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("One draft");
        var early = await mai.GetAsync(text);
        _ = await mai.WriteAsync(text, "Theirs.");

        var clash = await mai.SendBackAsync(text, early, "Mine.");
        var saved = await mai.SendBackAsync(text, clash, "Mine, mended.");

        Assert.Equal((409, 303), (clash.Status, saved.Status));
        Assert.Equal("Mine, mended.", (await desk.PostAtAsync(text)).Markdown);
        await using var open = desk.Database.Open();
        var id = WritingSteps.IdOf(text);
        Assert.Equal(
            ["", "Theirs."],
            await open.Set<Revision>()
                .Where(one => one.PostId == id)
                .OrderBy(one => one.Number)
                .Select(one => one.Markdown)
                .ToListAsync(TestDesk.Cancel)
        );
        Assert.Empty(await open.Set<UnsavedText>().ToListAsync(TestDesk.Cancel));
    }

    [Fact]
    public async Task A_version_is_brought_back_and_the_one_before_it_stays()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "First.");
        _ = await mai.WriteAsync(text, "Second.");

        var version = await mai.GetAsync($"{text}/revisions/2");
        var restored = await mai.PostAsync($"{text}/revisions/2", ("opened", version.Value("opened")));

        Assert.Equal(303, restored.Status);
        Assert.Equal("First.", (await desk.PostAtAsync(text)).Markdown);
        Assert.Contains("Second.", (await mai.GetAsync($"{text}/revisions/3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_title_comes_back_with_everything_typed()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        var page = await mai.GetAsync(text);

        var back = await mai.PostAsync(
            text,
            ("opened", page.Value("opened")),
            ("sitting", page.Value("sitting")),
            ("title", "  "),
            ("words", "A long night’s work.\r\nTwo lines.")
        );

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt("title"));
        Assert.Equal("A long night’s work.\nTwo lines.", back.Value("words"));
    }

    [Fact]
    public async Task What_a_script_keeps_is_found_again_after_the_browser_is_gone()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        var page = await mai.GetAsync(text);

        var kept = await mai.PostAsync(
            $"{text}/keep",
            ("sitting", page.Value("sitting")),
            ("title", "A draft"),
            ("words", "Typed and never saved.")
        );
        var later = await mai.GetAsync(text);
        var link = later.Page.QuerySelector(".warning a[href*='unsaved']")!.GetAttribute("href")!;
        var unsaved = await mai.GetAsync(link);
        var taken = await mai.PostAsync(link, ("opened", unsaved.Value("opened")), ("take", "1"));

        Assert.Equal(200, kept.Status);
        Assert.Equal(303, taken.Status);
        Assert.Equal("Typed and never saved.", (await desk.PostAtAsync(text)).Markdown);
        Assert.Null((await mai.GetAsync(text)).Page.QuerySelector(".warning a[href*='unsaved']"));
    }

    [Fact]
    public async Task Another_page_with_the_same_text_open_is_told()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        using var hoa = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");

        var first = await mai.GetAsync(text);
        var second = await hoa.GetAsync(text);
        desk.Time.Advance(TimeSpan.FromMinutes(25));
        var third = await hoa.GetAsync(text);

        Assert.True(first.Page.GetElementById("elsewhere")!.HasAttribute("hidden"));
        Assert.False(second.Page.GetElementById("elsewhere")!.HasAttribute("hidden"));
        Assert.True(third.Page.GetElementById("elsewhere")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_pasted_page_becomes_Markdown_and_a_look_runs_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        const string Word =
            "<p class=MsoNormal style='mso-x:1'><b>Bold</b> and <a href=\"https://paper.example/\">a link</a><script>x()</script></p>";

        var pasted = await mai.PostAsync($"{text}/paste", ("html", Word));
        var look = await mai.PostAsync(
            $"{text}/look",
            ("words", "*So* <img src=x onerror=alert(1)><script>x()</script>")
        );

        Assert.Equal(
            "**Bold** and [a link](https://paper.example/)",
            await pasted.Raw.Content.ReadAsStringAsync(TestDesk.Cancel)
        );
        var shown = await look.Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        Assert.Contains("<em>So</em>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("script", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_are_let_in_on_the_page_for_writing_alone_and_only_our_own()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");

        var policies = new List<string>();
        foreach (var path in new[] { text, $"{text}/details", "/desk/texts" })
        {
            policies.Add((await mai.GetAsync(path)).Raw.Headers.GetValues("Content-Security-Policy").Single());
        }

        Assert.Contains("script-src 'self'", policies[0], StringComparison.Ordinal);
        Assert.All(policies, policy => Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal));
        Assert.All(policies[1..], policy => Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task No_row_ties_an_editor_to_a_text_or_a_name(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "Words.");
        _ = await mai.PostAsync($"{text}/details", ("new-name", "Sông Gianh"), ("language", "en"));
        _ = await mai.PostAsync($"{text}/remarks", ("remark", "Is this so?"));

        await using var open = desk.Database.Open();
        var editors = open
            .Model.GetEntityTypes()
            .Where(type =>
                // What is part of an account's own row belongs to it, whatever it is called.
                (type.FindOwnership()?.PrincipalEntityType ?? type).ClrType.Namespace!.StartsWith(
                    "Pamphlet.Editors",
                    StringComparison.Ordinal
                )
            )
            .ToHashSet();
        var others = open.Model.GetEntityTypes().Where(type => !editors.Contains(type)).ToList();

        Assert.NotEmpty(editors);
        Assert.All(
            others,
            type =>
                Assert.DoesNotContain(
                    type.GetProperties(),
                    column => column.ClrType == typeof(EditorId) || column.ClrType == typeof(EditorId?)
                )
        );
        Assert.All(
            others,
            type => Assert.DoesNotContain(type.GetForeignKeys(), key => editors.Contains(key.PrincipalEntityType))
        );
    }
}
