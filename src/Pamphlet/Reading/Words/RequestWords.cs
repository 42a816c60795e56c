using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>The page on which readers ask for subjects.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RequestWords
{
    /// <summary>Above the requests.</summary>
    public required string Heading { get; init; }

    public required string None { get; init; }

    /// <summary>The way to the form, and its title.</summary>
    public required string Ask { get; init; }

    public required string Text { get; init; }

    public required string TextHint { get; init; }

    /// <summary>Beside a request: the editors want to write about it.</summary>
    public required string Planned { get; init; }

    /// <summary>Before the title of the text that came of it.</summary>
    public required string Written { get; init; }
}
