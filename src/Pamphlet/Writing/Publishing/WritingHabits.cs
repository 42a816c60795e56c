using Pamphlet.Publications;

namespace Pamphlet.Writing.Publishing;

/// <summary>What a collective settled about its own work.</summary>
internal sealed class WritingHabits
{
    public required PublicationId PublicationId { get; init; }

    /// <summary>Whether a text is published only after somebody who did not write it approved it.</summary>
    public bool AsksSecondPerson { get; set; }
}
