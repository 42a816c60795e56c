using System.Globalization;
using System.Text.Json;
using Pamphlet.Imports.Entries;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Ghost;

/// <summary>Says what a row of the table of posts is.</summary>
/// <param name="isOldest">Version 0.x knew a text by its uuid in feeds, later ones by its id.</param>
internal sealed class JudgePost(GhostOutline outline, bool isOldest)
{
    /// <summary>Stands in texts and addresses for the site's own address.</summary>
    private const string Home = "__GHOST_URL__";

    public SourceEntry Of(JsonElement row)
    {
        var post = row.Unwrapped();
        var number = NumberOf(post);
        var isPage = post.Word("type") is "page" || (post.Word("type").Length == 0 && post.Is("page"));
        var status = post.Word("status");
        var meta = outline.MetaOf(post.Word("id"));
        var dropped = new List<string>();
        var html = Html(post, dropped);
        foreach (var name in (string[])["codeinjection_head", "codeinjection_foot"])
        {
            dropped.AddRange(post.Word(name).Trim().Length > 0 ? ["script or style put into the page"] : []);
        }

        var tags = Tags(post);
        dropped.AddRange(tags.Where(tag => tag.IsInternal).Select(_ => "label for the desk alone"));
        var authors = Authors(post);
        var slug = post.Word("slug");
        return new SourceEntry(number, isPage ? EntryKind.Page : EntryKind.Post)
        {
            Id = FeedId(post),
            Status = status switch
            {
                "published" => EntryStatus.Live,
                "draft" or "scheduled" => EntryStatus.Draft,
                "sent" => EntryStatus.Draft,
                "" when post.Word("published_at").Length > 0 => EntryStatus.Live,
                _ => EntryStatus.Unknown,
            },
            HeldBack =
                post.Word("visibility") is not ("" or "public") ? "only members could read it"
                : status is "sent" || meta?.IsMailOnly == true ? "it was a letter to subscribers and never on the site"
                : null,
            Author = authors[0],
            OtherAuthors = authors[1..],
            Title = EntryWords.TitleOf(post.Word("title")),
            Html = CleanText.Of(AtHome(html)),
            Summary = EntryWords.TitleOf(
                post.Word("custom_excerpt") is { Length: > 0 } excerpt ? excerpt : post.Word("meta_description")
            ),
            Published = Moment(post.Word("published_at")),
            Updated = Moment(post.Word("updated_at")) ?? Moment(post.Word("created_at")),
            Address = status is "published" && slug.Length > 0 ? $"/{slug}/" : null,
            Slug = slug,
            Language = post.Word("locale") is { Length: > 0 } locale ? locale : null,
            LeadPicture = Lead(post, meta),
            Labels = [.. tags.Where(tag => !tag.IsInternal).Select(tag => tag.Name).Distinct(StringComparer.Ordinal)],
            IsTooLong = html.Length > Files.ExportLimits.Text,
            LeftBehind = dropped,
        };
    }

    public static string NumberOf(JsonElement post)
    {
        foreach (var name in (string[])["id", "uuid", "comment_id", "slug"])
        {
            if (EntryWords.SafeNumber(post.Word(name)) is { Length: > 0 } number)
            {
                return number;
            }
        }

        return EntryWords.SafeNumber(Slug.Of(post.Word("title")));
    }

    private static string Html(JsonElement post, List<string> dropped) =>
        post.Word("html") is { Length: > 0 } html ? html
        : post.Word("lexical") is { Length: > 2 } lexical && LexicalHtml.Of(lexical, dropped) is { } tree ? tree
        : post.Word("mobiledoc") is { Length: > 2 } document && MobiledocHtml.Of(document, dropped) is { } sections
            ? sections
        : Markdown.MarkdownHtml.Of(post.Word("markdown"));

    private IReadOnlyList<GhostTag> Tags(JsonElement post) =>
        outline.TagsOf(post.Word("id")) is { Count: > 0 } joined
            ? joined
            : [.. post.List("tags").Select(GhostOutline.Tag)];

    private List<SourceAuthor> Authors(JsonElement post)
    {
        if (outline.AuthorsOf(post.Word("id")) is { Count: > 0 } joined)
        {
            return [.. joined];
        }

        var within = post.List("authors").Select(GhostOutline.Author).ToList();
        if (within.Count > 0)
        {
            return within;
        }

        var one =
            outline.User(post.Word("author_id"))
            ?? outline.User(post.Word("author"))
            ?? (
                post.TryGetProperty("author", out var author) && author.ValueKind == JsonValueKind.Object
                    ? GhostOutline.Author(author.Unwrapped())
                    : SourceAuthor.Nobody
            );
        return [one];
    }

    private static SourcePicture? Lead(JsonElement post, GhostMeta? meta)
    {
        var address = post.Word("feature_image") is { Length: > 0 } picture ? picture : post.Word("image");
        return address.Length == 0
            ? null
            : new SourcePicture(
                AtHome(address),
                meta?.Alt ?? post.Word("feature_image_alt"),
                meta?.Caption ?? post.Word("feature_image_caption")
            );
    }

    private string FeedId(JsonElement post)
    {
        var word = post.Word(isOldest ? "uuid" : "id");
        return word.Length == 0 ? "" : $"urn:ghost:{EntryWords.SafeNumber(word)}";
    }

    private static string AtHome(string text) => text.Replace(Home, "", StringComparison.Ordinal);

    // The oldest versions wrote milliseconds since 1970.
    private static DateTimeOffset? Moment(string word) =>
        long.TryParse(word, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds is > 0 and < 253402300799000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : EntryWords.Moment(word);
}
