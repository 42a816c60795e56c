using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>The page that tells readers how to check a copy.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record VerifyWords
{
    /// <summary>On the page, and at the foot of every other.</summary>
    public required string Heading { get; init; }

    public required string Promise { get; init; }

    public required string Key { get; init; }

    public required string KeyAlone { get; init; }

    public required string Fingerprint { get; init; }

    public required string KeySet { get; init; }

    public required string Commands { get; init; }

    public required string Where { get; init; }

    public required string Meaning { get; init; }

    public required string Mirrors { get; init; }

    public required string NoMirrors { get; init; }
}
