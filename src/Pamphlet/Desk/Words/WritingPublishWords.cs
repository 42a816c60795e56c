using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingPublishWords
{
    public required string Appears { get; init; }

    public required string NamesAre { get; init; }

    public required string NoName { get; init; }

    public required string Address { get; init; }

    public required string Date { get; init; }

    public required Phrase Now { get; init; }

    public required string ReadOver { get; init; }

    public required string NothingFound { get; init; }

    public required string Findings { get; init; }

    public required string Meant { get; init; }

    public required string MeantMany { get; init; }

    public required string Answer { get; init; }

    public required string Answered { get; init; }

    public required Phrase Line { get; init; }

    public required string Instead { get; init; }

    public required string ListClosed { get; init; }

    public required string OpenList { get; init; }

    public required string PublishNow { get; init; }

    public required string Schedule { get; init; }

    public required string Day { get; init; }

    public required string Hour { get; init; }

    public required string Zone { get; init; }

    public required string ScheduleButton { get; init; }

    public required string Published { get; init; }

    public required Phrase IsScheduled { get; init; }

    public required string BadTime { get; init; }

    public required string Past { get; init; }

    public required string Changed { get; init; }

    public required string NotApproved { get; init; }

    public required string WhatChanged { get; init; }

    public required string WhatChangedHint { get; init; }

    public required string Replace { get; init; }

    public required string Corrected { get; init; }

    public required string Differences { get; init; }

    public required string Letter { get; init; }

    public required string LetterHint { get; init; }

    public required string Compare { get; init; }

    public required string MayNot { get; init; }

    /// <summary>Beside the field for the words.</summary>
    public required string NoWords { get; init; }

    /// <summary>Beside the field for the title.</summary>
    public required string NoTitle { get; init; }

    /// <summary>In place of the button.</summary>
    public required string IsEmpty { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingWithdrawWords
{
    public required string Explain { get; init; }

    public required string Because { get; init; }

    public required string BecauseHint { get; init; }

    public required string Button { get; init; }

    public required string Done { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingThrowAwayWords
{
    public required string Explain { get; init; }

    public required string Button { get; init; }

    /// <summary>The way back.</summary>
    public required string Keep { get; init; }

    public required string Done { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingLinkWords
{
    public required string Explain { get; init; }

    public required string Days { get; init; }

    public required string Make { get; init; }

    public required string Once { get; init; }

    public required Phrase Standing { get; init; }

    public required string EndAll { get; init; }

    public required string Ended { get; init; }
}
