using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>The discussion under a text.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DiscussionWords
{
    public required string Heading { get; init; }

    public required string Skip { get; init; }

    public required string None { get; init; }

    public required string Write { get; init; }

    /// <summary>Before the link to the page that says how, where no form is at hand.</summary>
    public required string WriteToUs { get; init; }

    /// <summary>What happens to a comment before it is seen.</summary>
    public required string ReadFirst { get; init; }

    public required string Closed { get; init; }

    public required string Anonymous { get; init; }

    /// <summary>The mark beside the paper's own answers.</summary>
    public required string ThePaper { get; init; }

    public required string Reply { get; init; }

    /// <summary>For who wrote it and kept the code.</summary>
    public required string TakeBack { get; init; }

    /// <summary>Says whose comment a link acts on, to who hears links without their surroundings: <c>{name}</c>.</summary>
    public required Phrase CommentOf { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase InReplyTo { get; init; }

    /// <summary>How deep an answer stands, for who cannot see the indent: <c>{depth}</c>.</summary>
    public required Phrase Depth { get; init; }

    /// <summary>The place of a comment that the editors took away.</summary>
    public required string Removed { get; init; }

    /// <summary>The place of a comment that its writer took back.</summary>
    public required string Withdrawn { get; init; }
}
