using Pamphlet.Publications;

namespace Pamphlet.Posts;

/// <summary>What the editors tell readers about a change of a public text.</summary>
internal sealed class Correction
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>Counted from 1 within the post.</summary>
    public required int Number { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>What changed, in plain words and the text's language.</summary>
    public required string What { get; init; }
}
