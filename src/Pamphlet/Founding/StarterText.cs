using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Founding;

/// <summary>One text of the starter paper; its words lie in <c>Starter/NAME.md</c>.</summary>
internal sealed record StarterText(string Name, string Path, string Title, Language Language)
{
    public string Subtitle { get; init; } = "";

    public string Summary { get; init; } = "";

    public PostKind Kind { get; init; } = PostKind.Post;

    public int? MenuPlace { get; init; }

    public long? Translation { get; init; }

    public DateTimeOffset Published { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether a text at its address is still itself: whatever an editor publishes has another minute.</summary>
    public bool IsUntouched(Post post) =>
        string.Equals(post.Path, Path, StringComparison.Ordinal)
        && string.Equals(post.Title, Title, StringComparison.Ordinal)
        && post.PublishedAt == Published
        && post.UpdatedAt == Published;

    public async Task<Post> ToPostAsync(
        Publication paper,
        PenName penName,
        IReadOnlyDictionary<string, Tag> tags,
        CancellationToken cancellationToken
    )
    {
        var id = RowIds.New<PostId>();
        return new Post
        {
            PublicationId = paper.Id,
            Id = id,
            Kind = Kind,
            State = PostState.Published,
            Path = Path,
            Title = Title,
            Subtitle = Subtitle,
            Summary = Summary,
            Language = Language,
            Markdown = await ReadAsync(cancellationToken),
            PublishedAt = Published,
            UpdatedAt = Published,
            EntryId = $"{paper.FeedId}:{id.Value:x16}",
            TranslationGroup = Translation,
            MenuPlace = MenuPlace,
            Bylines = Kind == PostKind.Page ? [] : [Sign(paper.Id, id, penName.Id)],
            Tags = [.. Tags.Select(name => Mark(paper.Id, id, tags[name].Id))],
        };
    }

    private static Byline Sign(PublicationId paper, PostId post, PenNameId name) =>
        new()
        {
            PublicationId = paper,
            PostId = post,
            Place = 1,
            PenNameId = name,
        };

    private static PostTag Mark(PublicationId paper, PostId post, TagId tag) =>
        new()
        {
            PublicationId = paper,
            PostId = post,
            TagId = tag,
        };

    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await using var stream =
            typeof(StarterText).Assembly.GetManifestResourceStream($"Starter/{Name}.md")
            ?? throw new InvalidOperationException($"The program was built without Starter/{Name}.md.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
