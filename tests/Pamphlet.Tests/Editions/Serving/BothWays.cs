using Pamphlet.Web;

namespace Pamphlet.Tests.Editions.Serving;

/// <summary>
/// One shelf served twice, by the fast lane and by the plain middleware: whatever is asked, both must answer alike. The plain
/// one is parsed by the web server, which was attacked by more people than our tests are.
/// </summary>
public sealed class BothWays : IAsyncLifetime
{
    internal const string Onion = "25njqamcweflpvkl73j4szahhihoc4xt3ktcgjnpaingr5yhkenl5sid.onion";

    internal const string Style = "body{color:#222}";

    internal static readonly string Article = TestShelf.Long("<!DOCTYPE html><p>Đấu tranh</p>");

    internal static readonly string Long = new('l', 60_000);

    internal TestShelf Shelf { get; } = new();

    internal ServedShelf Fast { get; private set; } = null!;

    internal ServedShelf Plain { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using (var draft = Shelf.Shelf.Begin(isWhole: true))
        {
            Put("data/index.html", TestShelf.Long("<!DOCTYPE html><p>Front</p>"));
            Put("data/2019/05/đấu-tranh.html", Article);
            Put("data/2019/05/index.html", "May");
            Put("data/2019/05/a b.html", "space");
            Put("data/style.css", Style);
            Put("data/long.html", Long);
            Put("data/feed.atom", TestShelf.Long("<feed/>"));
            Put("data/feed.rss", TestShelf.Long("<rss/>"));
            Put("data/feed.json", TestShelf.Long("{}"));
            Put("data/404.html", $"<!DOCTYPE html><style>{Style}</style><p>Nothing here</p>");
            Put("data/media/0123456789abcdef.jpg", string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:D10}")));
            Put("data/media/large.png", new string('p', 300_000));
            draft.Put(
                Seal.SitePath.From("data/2020/gone.html"),
                "<p>Withdrawn</p>"u8,
                Pamphlet.Editions.Shelving.EntryState.Gone
            );
            Put(
                "edition/addresses.txt",
                """
                200 /feeds/posts/default feed.atom
                301 /%3Fp%3D12 2019/05/%C4%91%E1%BA%A5u-tranh.html
                301 /search/label/%C4%90%E1%BB%9Di%20s%E1%BB%91ng 2019/05/index.html
                410 /2020/gone.html 2020/gone.html
                410 /old.html 404.html

                """
            );
            Shelf.Shelf.Publish(draft, Shelf.Shelf.Shows with { UpTo = 1 }, TestShelf.Build, forget: false);

            void Put(string path, string text) =>
                draft.Put(Seal.SitePath.From(path), System.Text.Encoding.UTF8.GetBytes(text));
        }

        var onion = new OnionLocation(Onion);
        Fast = await ServedShelf.StartAsync(isFast: true, Shelf, onion: onion);
        Plain = await ServedShelf.StartAsync(isFast: false, Shelf, onion: onion);
    }

    /// <summary>Asks both; fails where they differ.</summary>
    internal async Task<RawAnswer> AskAsync(string request, bool isHead = false)
    {
        var fast = await Fast.AskAsync(request, isHead);
        var plain = await Plain.AskAsync(request, isHead);
        Assert.Equal(plain?.Essence, fast?.Essence);
        return fast ?? new RawAnswer(0, [], []);
    }

    internal Task<RawAnswer> GetAsync(string target, params string[] headers) =>
        AskAsync($"GET {target} HTTP/1.1\r\nHost: paper\r\n{string.Concat(headers.Select(line => line + "\r\n"))}\r\n");

    public async ValueTask DisposeAsync()
    {
        await Fast.DisposeAsync();
        await Plain.DisposeAsync();
        Shelf.Dispose();
    }
}
