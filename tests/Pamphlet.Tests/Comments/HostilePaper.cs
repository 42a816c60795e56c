using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Pamphlet.Desk;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Comments;

/// <summary>Sends texts as readers do, publishes them as editors do, and keeps every page on which they appear as a file.</summary>
internal sealed partial class HostilePaper(TestDesk desk, string folder)
{
    private const int AtOnce = 50;

    private readonly List<string> waiting = [];
    private readonly StringBuilder forms = new();

    /// <summary>By the comment's public name: the text that it came from.</summary>
    public Dictionary<string, (string Id, string Text)> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>What the form gave back, with what it said about it.</summary>
    public List<(string Id, string Text, string Typed, string Said)> Refused { get; } = [];

    public TimeSpan Slowest { get; private set; }

    public string SlowestId { get; private set; } = "";

    /// <summary>Comments that stand on the pages for editors.</summary>
    public int Queued { get; private set; }

    public async Task SendAsync(IReadOnlyList<(string Id, string Text)> cases)
    {
        using var reader = desk.Browse();
        using var editor = await desk.SignInAsync(Act.Moderate);
        foreach (var some in cases.Chunk(AtOnce))
        {
            await SendAsync(reader, some);
            await PublishAsync(editor);
        }

        await desk.Press.PublishAsync(TestDesk.Cancel);
        await KeepEditionAsync(reader);
        await File.WriteAllTextAsync(Path.Combine(folder, "forms.html"), $"<!doctype html>{forms}", TestDesk.Cancel);
    }

    private async Task SendAsync(DeskBrowser reader, IReadOnlyList<(string Id, string Text)> some)
    {
        const string Form = $"/comment.html?post={LivePaper.Post}";
        var tokens = new List<string>();
        foreach (var _ in some)
        {
            tokens.Add((await reader.GetAsync(Form)).Value("token"));
        }

        desk.Time.Advance(TimeSpan.FromSeconds(30));
        foreach (var (one, token) in some.Zip(tokens))
        {
            // Whoever attacks by the text attacks by the name too.
            var name = one.Text.Length > 50 ? one.Text[..50] : one.Text;
            var began = Stopwatch.GetTimestamp();
            var answer = await reader.PostBareAsync(Form, ("token", token), ("name", name), ("text", one.Text));
            var took = Stopwatch.GetElapsedTime(began);
            (Slowest, SlowestId) = took > Slowest ? (took, one.Id) : (Slowest, SlowestId);
            Note(one, answer);
        }
    }

    private void Note((string Id, string Text) one, DeskAnswer answer)
    {
        if (answer.Page.QuerySelector("#code + .code") is { } code)
        {
            var id = code.TextContent.Replace("-", "", StringComparison.Ordinal)[..10];
            Taken.Add(id, one);
            waiting.Add(id);
            return;
        }

        var typed = ((IHtmlTextAreaElement)answer.Page.QuerySelector("textarea")!).Value;
        var said = string.Join(' ', answer.Page.QuerySelectorAll(".faults li").Select(fault => fault.TextContent));
        Refused.Add((one.Id, one.Text, typed, said));
        forms.Append(MainOf(answer.Page.Source.Text));
    }

    private async Task PublishAsync(DeskBrowser editor)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var queue = await editor.GetAsync("/desk/comments");
        var ticks = queue.Page.QuerySelectorAll("[name=tick]").Select(tick => ("tick", tick.GetAttribute("value")!));
        Queued += queue.Page.QuerySelectorAll("article.waiting").Length;
        await KeepAsync($"queue-{Queued}.html", queue);
        var sent = await editor.PostAsync("/desk/comments", [("do", "publish-all"), .. ticks]);
        Assert.Equal(303, sent.Status);
        waiting.Clear();
    }

    private async Task KeepEditionAsync(DeskBrowser reader)
    {
        var (page, number) = ($"/{LivePaper.Post}", 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (page is not null && seen.Add(page))
        {
            var shown = await reader.GetAsync(page);
            await KeepAsync($"page-{++number}.html", shown);
            page = shown.Page.QuerySelector("a[rel~=next]") is IHtmlAnchorElement next
                ? new Uri(new Uri(desk.Address, page), next.GetAttribute("href")).PathAndQuery
                : null;
        }
    }

    // A browser is slow to open a page and quick to read one: the forms that came back stand on one, byte for byte.
    private static string MainOf(string page) =>
        page[page.IndexOf("<main", StringComparison.Ordinal)..page.LastIndexOf("</main>", StringComparison.Ordinal)]
        + "</main>";

    private Task KeepAsync(string name, DeskAnswer answer) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), answer.Page.Source.Text, Encoding.UTF8, TestDesk.Cancel);

    /// <summary>The bytes of each comment on the pages of the edition, by its public name.</summary>
    public Dictionary<string, string> Shown() =>
        Directory
            .EnumerateFiles(folder, "page-*.html")
            .SelectMany(file => Body().Matches(File.ReadAllText(file)))
            .ToDictionary(
                match => match.Groups["id"].Value,
                match => match.Groups["body"].Value,
                StringComparer.Ordinal
            );

    [GeneratedRegex(
        "<article id=\"c(?<id>[a-z0-9]+)\".*?<div class=\"said e-content\" dir=\"auto\">\\s*(?<body>.*?)\\s*</div>\\s*<p class=\"acts\">",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Body();
}
