using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Pamphlet.Imports;

/// <summary>What an import brought, or, in a dry run, would bring: the same words for both.</summary>
/// <param name="Format"><c>blogger-takeout</c>, <c>blogger-legacy</c>, <c>wordpress-wxr</c>, <c>ghost-json</c>, <c>markdown-jekyll</c>, <c>markdown-hugo</c>, <c>markdown-folder</c>.</param>
/// <param name="Addresses">How many old addresses go on answering.</param>
/// <param name="Authors">The names that sign its texts, in the order of how much they signed.</param>
/// <param name="ConstructsDropped">How often what was left behind, by kind.</param>
/// <param name="Changes">What that means for this paper.</param>
/// <param name="Notes">What was repaired, guessed or kept back, each with the entry it concerns.</param>
internal sealed record ImportReport(
    string Format,
    string Blog,
    TextCounts Posts,
    TextCounts Pages,
    CommentCounts Comments,
    MediaCounts Media,
    int Addresses,
    IReadOnlyList<AuthorCount> Authors,
    [property: JsonPropertyName("constructs_dropped")] IReadOnlyDictionary<string, int> ConstructsDropped,
    ChangeCounts Changes,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Hosts that nobody named as the site's own, though texts of this import stood at the addresses that are linked there.</summary>
    [JsonPropertyName("linked_sites")]
    public IReadOnlyList<LinkedSite> LinkedSites { get; init; } = [];

    /// <summary>Where the export says that the site was read.</summary>
    [JsonPropertyName("old_homes")]
    public IReadOnlyList<string> OldHomes { get; init; } = [];

    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <param name="Address"><c>http://paper.example/</c></param>
/// <param name="Links">How many lead there; they were left as they are.</param>
internal sealed record LinkedSite(string Address, int Links);

internal sealed record TextCounts(int Published, int Drafts);

/// <param name="Published">Readable at once: they were before.</param>
/// <param name="Queued">They wait for an editor.</param>
/// <param name="Dropped">Advertising, hidden ones, and those whose text is not there.</param>
/// <param name="Tombstones">Removed ones whose place is kept.</param>
internal sealed record CommentCounts(int Published, int Queued, int Dropped, int Tombstones);

/// <param name="Found">Pictures that are in the paper now.</param>
/// <param name="Missing">Pictures that are only linked to.</param>
internal sealed record MediaCounts(int Found, int Missing);

/// <param name="Name">The pen name in this paper.</param>
/// <param name="Was">What the old site printed.</param>
/// <param name="Posts">Texts, pages among them.</param>
internal sealed record AuthorCount(string Name, string Was, int Posts, int Comments);

/// <param name="Kept">Texts that changed at their source and in this paper: the paper's own were kept.</param>
internal sealed record ChangeCounts(int Added, int Updated, int Unchanged, int Kept);
