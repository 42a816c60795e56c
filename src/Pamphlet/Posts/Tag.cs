using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Posts;

internal readonly record struct TagId(long Value) : IRowId<TagId>
{
    public static TagId From(long value) => new(value);
}

/// <summary>A subject. Its name keeps the case it was typed in: Blogger's labels are told apart by it.</summary>
internal sealed class Tag
{
    public required PublicationId PublicationId { get; init; }

    public required TagId Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }
}

internal sealed class PostTag
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    public required TagId TagId { get; init; }
}
