using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Markdown;

/// <summary>A folder of texts in Markdown: Jekyll's, Hugo's, WriteFreely's, anybody's.</summary>
internal sealed record MarkdownSite(MarkdownFiles Files, FrontMatter Settings) : SourceBlog
{
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    public override string System => "markdown";

    public override string Format =>
        Files.Tool switch
        {
            MarkdownTool.Jekyll => "markdown-jekyll",
            MarkdownTool.Hugo => "markdown-hugo",
            _ => "markdown-folder",
        };

    public override string Number => Offer.Number;

    public override string Line => Settings.Word("description", "tagline", "subtitle");

    public override string Locale => Settings.Word("lang", "locale", "languageCode", "defaultContentLanguage");

    public override IReadOnlyList<Uri> Homes => HomeOf(Settings) is { } home ? [home] : [];

    public override bool KeepsPaths => false;

    public override bool HasPictureFolder => true;

    private string Pattern =>
        Settings.Word("permalink") is { Length: > 0 } jekyll ? jekyll
        : Files.Tool is MarkdownTool.Hugo ? Settings.Word("permalinks")
        : "";

    public override IEnumerable<SourceEntry> Entries(CancellationToken cancellationToken)
    {
        var judge = new JudgeText(Files.Tool, Pattern, addresses.GetValueOrDefault);
        foreach (var file in Files.Texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (judge.Of(file) is { } text)
            {
                yield return text;
            }
        }
    }

    public override IEnumerable<OldPlace> Places(IReadOnlyCollection<SourceEntry> texts)
    {
        var labels = texts.SelectMany(text => text.Labels).Distinct(StringComparer.Ordinal);
        return Files.Tool switch
        {
            MarkdownTool.Jekyll =>
            [
                new("/feed.xml", PlaceKind.FeedAtom),
                new("/atom.xml", PlaceKind.FeedAtom),
                .. labels.Select(label => new OldPlace($"/tag/{Slug.Of(label)}/", PlaceKind.Label, label)),
            ],
            MarkdownTool.Hugo =>
            [
                new("/index.xml", PlaceKind.FeedRss),
                new("/posts/index.xml", PlaceKind.FeedRss),
                new("/posts/", PlaceKind.Archive),
                new("/tags/", PlaceKind.Archive),
                .. labels.SelectMany(label =>
                    (OldPlace[])
                        [
                            new($"/tags/{Slug.Of(label)}/", PlaceKind.Label, label),
                            new($"/tags/{Slug.Of(label)}/index.xml", PlaceKind.LabelFeed, label),
                            new($"/categories/{Slug.Of(label)}/", PlaceKind.Label, label),
                        ]
                ),
            ],
            _ =>
            [
                new("/feed/", PlaceKind.FeedRss),
                .. labels.Select(label => new OldPlace($"/tag:{label}", PlaceKind.Label, label)),
            ],
        };
    }

    public static MarkdownSite Outlined(MarkdownFiles files, string title, CancellationToken cancellationToken)
    {
        var settings = files.Settings is { Length: < 1024 * 1024 } file
            ? FrontMatter.OfFile(file.Name, Read(file))
            : FrontMatter.Empty;
        title = EntryWords.TitleOf(settings.Word("title")) is { Length: > 0 } said ? said : title;
        var site = new MarkdownSite(files, settings)
        {
            Title = title,
            Offer = new OfferedBlog(title, "", 0, 0, 0),
            LeftBehind =
                files.PassedOver > 0
                    ? new Dictionary<string, int>(StringComparer.Ordinal)
                    {
                        ["file of the tool or the project"] = files.PassedOver,
                    }
                    : new Dictionary<string, int>(StringComparer.Ordinal),
        };
        var (posts, pages) = (0, 0);
        foreach (var file2 in files.Texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (new JudgeText(files.Tool, site.Pattern, site.addresses.GetValueOrDefault).Of(file2) is not { } text)
            {
                continue;
            }

            (posts, pages) = text.Kind == EntryKind.Page ? (posts, pages + 1) : (posts + 1, pages);
            if (text.Address is { } address)
            {
                // Texts are linked to by their file's path, its name, or its name without the ending.
                site.addresses.TryAdd(file2.Path, address);
                site.addresses.TryAdd(file2.Name, address);
                site.addresses.TryAdd(Path.GetFileNameWithoutExtension(file2.Name), address);
            }
        }

        var number = HomeOf(settings) is { } home
            ? home.Host + home.AbsolutePath.TrimEnd('/').Replace('/', '-')
            : Seal.ContentHash.Of(global::System.Text.Encoding.UTF8.GetBytes(title)).ToString()[..16];
        return site with { Offer = new OfferedBlog(title, number, posts, pages, 0) };
    }

    private static Uri? HomeOf(FrontMatter settings) =>
        Uri.TryCreate(settings.Word("url", "baseURL"), UriKind.Absolute, out var home)
        && home.Scheme is "http" or "https"
            ? home
            : null;

    private static string Read(ExportFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }
}
