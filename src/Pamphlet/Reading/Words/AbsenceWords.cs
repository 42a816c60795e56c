using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>Pages that are not there, or no more.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AbsenceWords
{
    public required string NotFound { get; init; }

    public required string NotFoundWhatNow { get; init; }

    public required string Gone { get; init; }

    /// <summary>Before the editors' own words.</summary>
    public required string GoneBecause { get; init; }

    public required string GoneWithoutWords { get; init; }
}
