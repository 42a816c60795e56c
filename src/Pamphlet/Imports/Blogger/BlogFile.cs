using System.Text;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>One blog of Blogger's.</summary>
/// <param name="IsTakeout">False: the old export in a single file.</param>
internal sealed record BlogFile(ExportFile Feed, bool IsTakeout, string AtomId, Uri? Site, BlogSettings Settings)
    : SourceBlog
{
    public override string System => "blogger";

    public override string Format => IsTakeout ? "blogger-takeout" : "blogger-legacy";

    public required DateTimeOffset Newest { get; init; }

    public DateTimeOffset? Exported { get; init; }

    public override DateTimeOffset? ExportedAt => Exported;

    /// <summary>
    /// Blogger's number of the blog. Files of Google's converters have none: then the address or the title keeps two such blogs
    /// apart.
    /// </summary>
    public override string Number => Offer.Number;

    public override string Line => Settings.Description;

    public override string Locale => Settings.Locale;

    public override bool IsPrivate => Settings.IsPrivate;

    public override IReadOnlyList<Uri> Homes => [.. new[] { Site, Domain }.OfType<Uri>()];

    public override IReadOnlyList<string> Blogspots => Settings.Subdomain.Length > 0 ? [Settings.Subdomain] : [];

    // The old export adds ".archive" to what the blog's own feed is called.
    public override string FeedId =>
        AtomId.StartsWith("tag:blogger.com", StringComparison.Ordinal) ? $"tag:blogger.com,1999:blog-{Number}" : AtomId;

    private Uri? Domain =>
        Settings.Domain.Length > 0 && Uri.TryCreate($"https://{Settings.Domain}/", UriKind.Absolute, out var home)
            ? home
            : null;

    public static string NumberOf(string atomId, Uri? site, string title) =>
        atomId.LastIndexOf("blog-", StringComparison.Ordinal) is var at and >= 0
            ? JudgeEntry.NumberOf("post-" + new string([.. atomId[(at + 5)..].TakeWhile(char.IsAsciiDigit)]))
        : site is not null ? site.Host + site.AbsolutePath.TrimEnd('/').Replace('/', '-')
        : Seal.ContentHash.Of(Encoding.UTF8.GetBytes(title)).ToString()[..16];

    public override bool IsNamed(string words) =>
        words.Equals(Title, StringComparison.OrdinalIgnoreCase)
        || words.Equals(Number, StringComparison.Ordinal)
        || (Settings.Subdomain.Length > 0 && words.Equals(Settings.Subdomain, StringComparison.OrdinalIgnoreCase));

    public override IEnumerable<SourceEntry> Entries(CancellationToken cancellationToken) =>
        new FeedReader(Feed).Entries(cancellationToken).Select(JudgeEntry.Of).OfType<SourceEntry>();
}
