using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>What waits for others to agree.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TogetherWords
{
    public required string Title { get; init; }

    public required string What { get; init; }

    public required string NoVoiceYet { get; init; }

    public required string Nothing { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase AskedBy { get; init; }

    /// <summary><c>{names}</c>.</summary>
    public required Phrase Agreed { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase Until { get; init; }

    public required string Agree { get; init; }

    public required string Withdraw { get; init; }

    public required string Done { get; init; }

    public required string Waits { get; init; }

    public required string Withdrawn { get; init; }

    public required string NumberTitle { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase NumberNow { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase FewerNow { get; init; }

    public required string NumberLabel { get; init; }

    public required string NumberHint { get; init; }

    public required string Ask { get; init; }

    public required string NoNumber { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase ChangeNumber { get; init; }

    public required string SecondStepTitle { get; init; }

    public required string SecondStepIsAsked { get; init; }

    public required string SecondStepIsNot { get; init; }

    public required string SecondStepAsk { get; init; }

    public required string SecondStepStop { get; init; }

    public string Said(bool isDone) => isDone ? Done : Waits;
}
