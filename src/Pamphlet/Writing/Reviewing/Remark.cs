using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Writing.Reviewing;

/// <summary>What somebody remarks on a passage. Unsigned, unless they sign it: who reads whose drafts is no row.</summary>
internal sealed class Remark
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>Counted from 1 within the post.</summary>
    public required int Number { get; init; }

    /// <summary>The passage, or <c>""</c>: the whole.</summary>
    public required string Passage { get; init; }

    public required string Words { get; init; }

    /// <summary>How they want to be called, or <c>""</c>.</summary>
    public required string Signed { get; init; }

    public bool IsSettled { get; set; }
}
