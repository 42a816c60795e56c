using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>The front page and every list of texts.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ListWords
{
    /// <summary>Between the first of several names.</summary>
    public required string Comma { get; init; }

    /// <summary>Before the last of several names.</summary>
    public required string And { get; init; }

    public required string ReadOn { get; init; }

    public required string Popular { get; init; }

    public required Plural Texts { get; init; }

    public required Plural Comments { get; init; }

    /// <summary>A page of the list of all texts: <c>{number}</c>.</summary>
    public required Phrase Page { get; init; }

    /// <summary>What a screen reader calls the links between pages.</summary>
    public required string Pages { get; init; }

    public required string Newer { get; init; }

    public required string Older { get; init; }

    public required string Series { get; init; }

    /// <summary>Where nothing was published yet.</summary>
    public required string Empty { get; init; }
}
