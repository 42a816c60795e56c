using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Posts;

internal readonly record struct PenNameId(long Value) : IRowId<PenNameId>
{
    public static PenNameId From(long value) => new(value);
}

/// <summary>
/// A name under a text. It is tied to no account, by no row: whoever takes the database learns who the paper's names are, and
/// not whose.
/// </summary>
internal sealed class PenName
{
    public required PublicationId PublicationId { get; init; }

    public required PenNameId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The last part of the address of its page.</summary>
    public required string Slug { get; set; }

    /// <summary>Markdown; <c>""</c> for none.</summary>
    public string About { get; set; } = "";
}

/// <summary>One name under one text.</summary>
internal sealed class Byline
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Place { get; init; }

    public required PenNameId PenNameId { get; init; }

    public BylineRole Role { get; init; }
}

internal enum BylineRole
{
    Author,
    Translator,
    Interviewer,
    Photographer,
}
