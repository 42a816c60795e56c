using Pamphlet.Publications;

namespace Pamphlet.Posts;

/// <summary>What a text said before it was changed.</summary>
internal sealed class Revision
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>Counted from 1 within the post.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public string Subtitle { get; init; } = "";

    public string Summary { get; init; } = "";

    public required string Markdown { get; init; }

    /// <summary>The day, not the second: a time sheet of the editors' work would tell who was awake when.</summary>
    public required DateOnly SavedOn { get; init; }
}
