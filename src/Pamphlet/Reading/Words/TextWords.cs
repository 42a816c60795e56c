using System.Text.Json.Serialization;
using Pamphlet.Posts;

namespace Pamphlet.Reading.Words;

/// <summary>What stands around a text on its own page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TextWords
{
    /// <summary>Each role's line has the gap <c>{names}</c>.</summary>
    public required Phrase ByAuthor { get; init; }

    public required Phrase ByTranslator { get; init; }

    public required Phrase ByInterviewer { get; init; }

    public required Phrase ByPhotographer { get; init; }

    /// <summary>How long it takes to read, in minutes.</summary>
    public required Plural Minutes { get; init; }

    /// <summary>When it last changed: <c>{date}</c>.</summary>
    public required Phrase ChangedOn { get; init; }

    /// <summary>Before what the editors say that they changed: <c>{date}</c>.</summary>
    public required Phrase CorrectedOn { get; init; }

    /// <summary>Before the names of the other languages.</summary>
    public required string Translations { get; init; }

    /// <summary><c>{place}</c>, <c>{count}</c>.</summary>
    public required Phrase PartOf { get; init; }

    /// <summary>Marks the part that is being read, in the list of the series.</summary>
    public required string ThisPart { get; init; }

    /// <summary>Before the title of another publication's article.</summary>
    public required string InReplyTo { get; init; }

    public required string Tags { get; init; }

    public required string ReadNext { get; init; }

    public Phrase By(BylineRole role) =>
        role switch
        {
            BylineRole.Author => ByAuthor,
            BylineRole.Translator => ByTranslator,
            BylineRole.Interviewer => ByInterviewer,
            BylineRole.Photographer => ByPhotographer,
            _ => throw new InvalidOperationException($"No words for {role}."),
        };
}
