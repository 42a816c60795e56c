using System.Globalization;
using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Ghost;

/// <summary>The small tables of an export: who signed, which labels, what the site is called. Nothing else of them is kept.</summary>
internal sealed class GhostOutline
{
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal)
    {
        "title",
        "description",
        "url",
        "locale",
        "lang",
        "default_locale",
        "is_private",
    };

    private readonly Dictionary<string, SourceAuthor> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GhostTag> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Order, string Id)>> tagsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Order, string Id)>> authorsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GhostMeta> metas = new(StringComparer.Ordinal);

    public static IReadOnlySet<string> Tables { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "posts",
            "tags",
            "users",
            "posts_tags",
            "posts_authors",
            "posts_meta",
            "settings",
        };

    public Dictionary<string, string> Site { get; } = new(StringComparer.Ordinal);

    /// <summary>Labels by their name as the site showed it.</summary>
    public IEnumerable<GhostTag> Tags => tags.Values;

    public void Take(JsonRow row)
    {
        var value = row.Value.Unwrapped();
        switch (row.Table)
        {
            case "users":
                users.TryAdd(Key(value), Author(value));
                break;
            case "tags":
                tags.TryAdd(Key(value), Tag(value));
                break;
            case "posts_tags":
                Join(tagsOf, value, "tag_id");
                break;
            case "posts_authors":
                Join(authorsOf, value, "author_id");
                break;
            case "posts_meta":
                metas.TryAdd(
                    value.Word("post_id"),
                    new GhostMeta(
                        value.Word("feature_image_alt"),
                        value.Word("feature_image_caption"),
                        value.Is("email_only")
                    )
                );
                break;
            case "settings" when Settings.Contains(value.Word("key")):
                Site.TryAdd(value.Word("key"), value.Word("value"));
                break;
        }
    }

    public IReadOnlyList<GhostTag> TagsOf(string post) => [.. Of(tagsOf, post, tags)];

    public IReadOnlyList<SourceAuthor> AuthorsOf(string post) => [.. Of(authorsOf, post, users)];

    public SourceAuthor? User(string id) => users.GetValueOrDefault(id);

    public GhostMeta? MetaOf(string post) => metas.GetValueOrDefault(post);

    /// <summary>A row of the table, or the same thing within a text, as the programming interface gives it.</summary>
    public static SourceAuthor Author(System.Text.Json.JsonElement user) =>
        new(
            EntryWords.PrintableName(user.Word("name")),
            $"user:{(user.Word("slug") is { Length: > 0 } slug ? slug : user.Word("id"))}",
            IsAnonymous: false
        );

    public static GhostTag Tag(System.Text.Json.JsonElement tag)
    {
        var (name, slug) = (EntryWords.TitleOf(tag.Word("name")), tag.Word("slug"));
        var isInternal =
            name.StartsWith('#')
            || slug.StartsWith("hash-", StringComparison.Ordinal)
            || tag.Word("visibility") is "internal";
        return new GhostTag(name.Length > 0 ? name : slug, slug, isInternal);
    }

    private static string Key(System.Text.Json.JsonElement row) =>
        row.Word("id") is { Length: > 0 } id ? id : row.Word("slug");

    private static void Join(
        Dictionary<string, List<(int Order, string Id)>> joined,
        System.Text.Json.JsonElement row,
        string name
    )
    {
        var post = row.Word("post_id");
        if (!joined.TryGetValue(post, out var list))
        {
            list = joined[post] = [];
        }

        list.Add(
            (
                int.TryParse(row.Word("sort_order"), CultureInfo.InvariantCulture, out var order) ? order : list.Count,
                row.Word(name)
            )
        );
    }

    private static IEnumerable<T> Of<T>(
        Dictionary<string, List<(int Order, string Id)>> joined,
        string post,
        Dictionary<string, T> rows
    )
        where T : class =>
        (joined.GetValueOrDefault(post) ?? [])
            .OrderBy(pair => pair.Order)
            .Select(pair => rows.GetValueOrDefault(pair.Id))
            .OfType<T>();
}

/// <param name="IsInternal">It was never shown: <c>#name</c>.</param>
internal sealed record GhostTag(string Name, string Slug, bool IsInternal);

internal sealed record GhostMeta(string Alt, string Caption, bool IsMailOnly);
