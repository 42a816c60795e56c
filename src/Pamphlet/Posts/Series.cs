using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Posts;

internal readonly record struct SeriesId(long Value) : IRowId<SeriesId>
{
    public static SeriesId From(long value) => new(value);
}

/// <summary>Texts that are read in an order; the order stands in <see cref="Post.SeriesPlace"/>.</summary>
internal sealed class Series
{
    public required PublicationId PublicationId { get; init; }

    public required SeriesId Id { get; init; }

    public required string Title { get; set; }

    public required string Slug { get; set; }

    /// <summary>Markdown; <c>""</c> for none.</summary>
    public string About { get; set; } = "";
}
