using Pamphlet.Publications;

namespace Pamphlet.Posts;

/// <summary>An address of the paper's former home that must go on answering.</summary>
internal sealed class OldAddress
{
    public required PublicationId PublicationId { get; init; }

    /// <summary>From the root, with the slash, decoded, in NFC: <c>/search/label/Đời sống</c>.</summary>
    public required string From { get; init; }

    /// <summary>The file that answers now, without the slash; <c>""</c> where it is gone.</summary>
    public required string To { get; set; }

    public required OldAddressAnswer Answer { get; set; }
}

internal enum OldAddressAnswer
{
    /// <summary>301.</summary>
    Moved,

    /// <summary>200 with the same bytes: feed readers follow no redirect for ever.</summary>
    Same,

    /// <summary>410.</summary>
    Gone,
}
