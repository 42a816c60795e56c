using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Writing.Publishing;

/// <summary>Somebody looked at a finding of the reading-over and answered that it is meant.</summary>
internal sealed class MeantFinding
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary><see cref="ReadingOver.Finding.Id"/>.</summary>
    public required string Finding { get; init; }
}
