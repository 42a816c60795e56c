using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>What a copy that carries itself says of itself.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CopyWords
{
    public required string Contents { get; init; }

    /// <summary>Of which paper and edition it is a copy: <c>{paper}</c>, <c>{number}</c>.</summary>
    public required Phrase From { get; init; }

    public required string PassOn { get; init; }

    /// <summary>For readers who cannot see: what the book offers them.</summary>
    public required string Access { get; init; }
}
