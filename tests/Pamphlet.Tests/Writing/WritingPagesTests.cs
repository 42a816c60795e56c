using System.Text.Json;
using Microsoft.Playwright;
using Pamphlet.Desk;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Stories;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Writing;

/// <summary>The pages for writing, in a browser: by hand without script, with script, on a phone, by keyboard, and judged by axe.</summary>
public sealed class WritingPagesTests
{
    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Without_script_a_text_is_written_read_over_published_corrected_and_withdrawn(int width)
    {
        await using var desk = await TestDesk.StartAsync();
        var tab = await OpenAsync(desk, new Reader(width, 800));

        await tab.GotoAsync(At(desk, "/desk/texts"));
        await tab.FillAsync("#f-title", "What the river took");
        await tab.ClickAsync("form[action='/desk/texts'][method=post] button");
        await tab.FillAsync("#f-words", "They came at for.\n\nCall 0912 345 678.");
        await tab.ClickAsync("button[name=save]");
        Assert.Contains("words", await tab.TextContentAsync(".said"), StringComparison.Ordinal);
        await tab.ClickAsync(".parts >> text=Names and details");
        await tab.FillAsync("#f-new-name", "Sông Gianh");
        await tab.ClickAsync("main form button");
        await tab.ClickAsync(".parts >> text=Review");
        await tab.ClickAsync("button[name=ready]");
        await tab.ClickAsync(".parts a[href$='/publish']");
        Assert.Contains("A telephone number", await tab.TextContentAsync(".findings"), StringComparison.Ordinal);
        await tab.CheckAsync(".findings input[type=checkbox]");
        await tab.ClickAsync("form[action$='/findings'] > p.buttons button");
        Assert.Contains("Sông Gianh", await tab.TextContentAsync(".names-shown"), StringComparison.Ordinal);
        await tab.ClickAsync("button[name=now]");
        await tab.ClickAsync("form[action$='/correct'] button");
        await tab.FillAsync("#f-words", "They came at four.");
        await tab.ClickAsync("button[name=save]");
        await tab.ClickAsync(".parts a[href$='/publish']");
        Assert.Equal("They came at four.", await tab.TextContentAsync(".difference p.changed:has(ins)"));
        await tab.FillAsync("#f-what-changed", "The hour.");
        await tab.ClickAsync("button[name=replace]");
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        await tab.GotoAsync(At(desk, "/2026/11/what-the-river-took.html"));
        Assert.Contains("The hour.", await tab.TextContentAsync(".corrected"), StringComparison.Ordinal);
        await tab.GoBackAsync();
        await tab.ClickAsync(".parts >> text=Withdraw");
        await tab.FillAsync("#f-because", "It was ours to take back.");
        await tab.ClickAsync("button.grave");
        Assert.Contains("It was ours to take back.", await tab.TextContentAsync("main"), StringComparison.Ordinal);
        await tab.CloseAsync();
    }

    [Fact]
    public async Task With_script_what_is_typed_is_kept_and_shown_and_a_pasted_page_is_cleaned()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        var tab = await OpenAsync(desk, Reader.AtADesk with { Scripts = true });
        var broken = new List<string>();
        tab.Console += (_, message) =>
        {
            // Chromium asks every host for an icon; a paper has none.
            if (message.Type is "error" && !message.Location.Contains("/favicon.ico", StringComparison.Ordinal))
            {
                broken.Add($"{message.Location} {message.Text}");
            }
        };

        await tab.GotoAsync(At(desk, text));
        await tab.FillAsync("#f-words", "Typed *here*.");
        await tab.WaitForSelectorAsync("#look em:text('here')");
        await tab.WaitForSelectorAsync(".tools output:text('Kept')");
        await tab.EvaluateAsync(
            """
            () => {
                const area = document.getElementById('f-words');
                area.setSelectionRange(area.value.length, area.value.length);
                const data = new DataTransfer();
                data.setData('text/html', '<p>\u00a0<b>bold</b> <a href="https://paper.example/">link</a></p>');
                area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """
        );
        await tab.WaitForFunctionAsync(
            "() => document.getElementById('f-words').value.includes('**bold** [link](https://paper.example/)')"
        );
        await tab.FocusAsync("#f-words");
        await tab.Keyboard.PressAsync("Control+s");
        await tab.WaitForSelectorAsync(".said");
        await tab.CloseAsync();

        Assert.Empty(broken);
        Assert.StartsWith("Typed *here*.", (await desk.PostAtAsync(text)).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_for_writing_has_a_fault_that_axe_sees_nor_is_wider_than_a_phone()
    {
        var axe = await File.ReadAllTextAsync(NodePackage.PathOf("axe-core/axe.min.js"), TestDesk.Cancel);
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft with a rather long title that goes over several lines of a phone");
        _ = await mai.WriteAsync(text, "Once.");
        var first = await mai.GetAsync(text);
        _ = await mai.WriteAsync(text, "Twice, and call 0912 345 678 or read https://paper.example/a?fbclid=abc.");
        var clash = await mai.SendBackAsync(text, first, "Thrice.");
        _ = await mai.PostAsync($"{text}/remarks", ("remark", "Is this so?"), ("passage", "Once."));
        _ = await mai.PostAsync("/desk/names", ("name", "Mai Lan"));
        Assert.Equal(409, clash.Status);
        var published = await mai.BeginAsync("Another");
        _ = await mai.WriteAsync(published, "Words.");
        _ = await mai.PublishAsync(published, ("now", "1"));

        var tab = await OpenAsync(desk, Reader.OnAPhone with { Scripts = true });
        var faults = new List<string>();
        foreach (
            var page in new[]
            {
                "/desk/texts",
                "/desk/texts?shelf=Published",
                text,
                $"{text}/details",
                $"{text}/pictures",
                $"{text}/review",
                $"{text}/link",
                $"{text}/publish",
                $"{text}/revisions",
                $"{text}/revisions/2",
                $"{text}/unsaved/{first.Value("sitting")}",
                published,
                $"{published}/withdraw",
                "/desk/names",
                "/desk/never-publish",
            }
        )
        {
            await tab.GotoAsync(At(desk, page));
            await tab.EvaluateAsync(axe);
            var broken = JsonSerializer.Deserialize<string[]>(await tab.EvaluateAsync<string>(Ask))!;
            faults.AddRange(broken.Select(rule => $"{page}: {rule}"));
            var width = await tab.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (width > 360)
            {
                faults.Add($"{page}: {width} pixels wide");
            }
        }

        await tab.CloseAsync();
        House.Checkout.Nobody(faults);
    }

    private const string Ask = """
        () => axe.run(document, {
            resultTypes: ['violations'],
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }).then(result => JSON.stringify(result.violations.map(broken =>
            `${broken.id}: ${broken.nodes[0].target} (${broken.nodes.length}): ${broken.nodes[0].failureSummary}`)))
        """;

    private static string At(TestDesk desk, string path) => new Uri(desk.Address, path).AbsoluteUri;

    private static async Task<IPage> OpenAsync(TestDesk desk, Reader reader)
    {
        var tab = await Chromium.OpenAsync(reader);
        using var editor = await desk.SignInEditorAsync();
        await tab.Context.AddCookiesAsync([
            new Cookie
            {
                Name = DeskCookie.Session,
                Value = editor.Cookie(DeskCookie.Session)!,
                Domain = desk.Address.Host,
                Path = "/desk",
            },
        ]);
        return tab;
    }
}
