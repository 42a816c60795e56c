using System.Collections.Concurrent;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>A paper as files on a disk, and the same files behind a web server.</summary>
internal sealed class ServedPaper : IAsyncDisposable
{
    // The driver's own way of adding a style waits for an event that a page without scripts never has.
    private const string AddStyle =
        "style => { document.head.appendChild(document.createElement('style')).textContent = style; }";

    private readonly ConcurrentDictionary<Reader, Lazy<Task<IReadOnlyList<(string, PageFacts)>>>> looks = new();
    private readonly ConcurrentDictionary<bool, Lazy<Task<LoadedPages>>> loads = new();
    private readonly Lazy<IReadOnlyList<string>> kinds;

    private ServedPaper(string folder, FolderServer server)
    {
        Folder = folder;
        Server = server;
        Pages =
        [
            .. Directory
                .EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];
        kinds = new(ChooseKinds);
    }

    /// <summary>Where its files lie; gone when the paper is disposed of.</summary>
    public string Folder { get; }

    public FolderServer Server { get; }

    /// <summary>Every page, as a path from the root.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>One page of each kind in each language, the longest, and of the texts the shortest too: what browsers look at.</summary>
    public IReadOnlyList<string> Kinds => kinds.Value;

    public static async Task<ServedPaper> StartAsync(Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-paper-").FullName;
        write(folder);
        return new ServedPaper(folder, await FolderServer.StartAsync(folder));
    }

    public IHtmlDocument Read(string page) =>
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(Folder, page)));

    public Uri AddressOf(string page) =>
        new(Server.Address, string.Join('/', page.Split('/').Select(Uri.EscapeDataString)));

    /// <summary>What all pages make Chromium load. It loads them once a run.</summary>
    public Task<LoadedPages> LoadAsync(bool scripts) =>
        loads.GetOrAdd(scripts, once => new(() => LoadedPages.OfAsync(this, once))).Value;

    /// <summary>What a page of each kind looks like in Chromium with scripts off. A reader looks once a run.</summary>
    public Task<IReadOnlyList<(string Page, PageFacts Facts)>> LookAsync(Reader reader) =>
        looks.GetOrAdd(reader, once => new(() => LookAsync(once, style: null))).Value;

    /// <param name="style">What the reader adds to the paper's own style.</param>
    public async Task<IReadOnlyList<(string Page, PageFacts Facts)>> LookAsync(Reader reader, string? style)
    {
        var looked = new List<(string, PageFacts)>();
        var tab = await Chromium.OpenAsync(reader);
        foreach (var page in Kinds)
        {
            await tab.GotoAsync(AddressOf(page).AbsoluteUri);
            if (style is not null)
            {
                await tab.EvaluateAsync(AddStyle, style);
            }

            looked.Add((page, PageFacts.From(await tab.EvaluateAsync<string>(PageFacts.Expression))));
        }

        await tab.CloseAsync();
        return looked;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private List<string> ChooseKinds()
    {
        var chosen = new List<string>();
        foreach (
            var kind in Pages.GroupBy(page => $"{ShapeOf(page)} {Read(page).DocumentElement.GetAttribute("lang")}")
        )
        {
            var bySize = kind.OrderBy(page => new FileInfo(Path.Combine(Folder, page)).Length).ToList();
            chosen.Add(bySize[^1]);
            if (kind.Key.StartsWith("#/#/*", StringComparison.Ordinal) && bySize.Count > 1)
            {
                chosen.Add(bySize[0]);
            }
        }

        return chosen;
    }

    // 2019/05/slug.html is #/#/*, tag/slug/2.html is tag/*/#: what differs only in its name is of one kind.
    private static string ShapeOf(string page)
    {
        var parts = page[..^".html".Length].Split('/');
        return string.Join(
            '/',
            parts.Select(
                (part, place) =>
                    part.All(char.IsAsciiDigit) ? "#"
                    : place == 0 || part is "index" ? part
                    : "*"
            )
        );
    }
}
