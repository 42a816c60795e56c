using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>One blog of an export, before anything but its outline was read.</summary>
/// <param name="IsTakeout">False: the old export in a single file.</param>
internal sealed record BlogFile(
    ExportFile Feed,
    bool IsTakeout,
    string FeedId,
    string Title,
    Uri? Site,
    BlogSettings Settings,
    DateTimeOffset Newest,
    int Posts,
    int Pages,
    int Comments
)
{
    /// <summary>What had to be repaired to read it, or null.</summary>
    public string? EncodingNote { get; init; }

    /// <summary>
    /// Blogger's number of the blog. Files of Google's converters have none: then the address or the title keeps two such blogs
    /// apart.
    /// </summary>
    public string Number =>
        FeedId.LastIndexOf("blog-", StringComparison.Ordinal) is var at and >= 0
            ? JudgeEntry.NumberOf("post-" + new string([.. FeedId[(at + 5)..].TakeWhile(char.IsAsciiDigit)]))
        : Site is not null ? Site.Host + Site.AbsolutePath.TrimEnd('/').Replace('/', '-')
        : Seal.ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(Title)).ToString()[..16];

    public OfferedBlog Offer => new(Title, Number, Posts, Pages, Comments);

    /// <summary>Whether the operator's words name this blog.</summary>
    public bool IsNamed(string words) =>
        words.Equals(Title, StringComparison.OrdinalIgnoreCase)
        || words.Equals(Number, StringComparison.Ordinal)
        || (Settings.Subdomain.Length > 0 && words.Equals(Settings.Subdomain, StringComparison.OrdinalIgnoreCase));
}
