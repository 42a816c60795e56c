using Pamphlet.Pictures;
using Pamphlet.Rendering;

namespace Pamphlet.Posts;

/// <summary>A public text without its words: what lists are made of. Reading 100,000 of them must not read 100,000 essays.</summary>
internal sealed record PostFacts(
    PostId Id,
    PostKind Kind,
    string Path,
    string EntryId,
    string Title,
    string Subtitle,
    string Summary,
    Language Language,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    SeriesId? SeriesId,
    int SeriesPlace,
    long? TranslationGroup,
    PictureId? LeadPicture,
    string? InReplyToUrl,
    string? InReplyToTitle,
    string? InReplyToPublisher,
    bool CommentsOpen,
    int? MenuPlace,
    int? PickPlace
)
{
    /// <summary>In order.</summary>
    public IReadOnlyList<Byline> Bylines { get; init; } = [];

    public IReadOnlyList<TagId> Tags { get; init; } = [];
}
