using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>What is said to somebody who writes a comment, waits for it or takes it back, and the rules.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CommentingWords
{
    public required string Heading { get; init; }

    public required string About { get; init; }

    public required string Answered { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase ReplyTo { get; init; }

    public required string Text { get; init; }

    public required string TextHint { get; init; }

    public required string Name { get; init; }

    public required string NameHint { get; init; }

    public required string NameIsOurs { get; init; }

    public required Phrase NameTooLong { get; init; }

    /// <summary>Unfolds the field for a code.</summary>
    public required string Trust { get; init; }

    public required string TrustLabel { get; init; }

    public required string TrustHint { get; init; }

    public required string TrustedOnly { get; init; }

    public required string TrustNotGood { get; init; }

    public required string Keep { get; init; }

    public required string KeepHint { get; init; }

    public required string Send { get; init; }

    public required string Look { get; init; }

    public required string Preview { get; init; }

    public required string AnsweredIsGone { get; init; }

    /// <summary>To somebody who was still writing.</summary>
    public required string ClosedMeanwhile { get; init; }

    public required string QueueIsFull { get; init; }

    public required string Waiting { get; init; }

    public required string WaitingText { get; init; }

    public required string Published { get; init; }

    public required string PublishedText { get; init; }

    public required string NotPublished { get; init; }

    /// <summary>Before the reason.</summary>
    public required string Because { get; init; }

    public required string Code { get; init; }

    public required string CodeText { get; init; }

    public required string CodeHint { get; init; }

    public required string CodeOrBrowser { get; init; }

    public required string NoSuchCode { get; init; }

    public required string OwnHeading { get; init; }

    public required string LookUp { get; init; }

    public required string TakeBack { get; init; }

    public required string TakeBackHint { get; init; }

    public required string TakenBack { get; init; }

    public required string TakenBackText { get; init; }

    public required string ReadInPlace { get; init; }

    public required string NextTrust { get; init; }

    public required string NextTrustText { get; init; }

    public required string NoSuchText { get; init; }

    public required string ReasonAdvertising { get; init; }

    public required string ReasonAbuse { get; init; }

    public required string ReasonDanger { get; init; }

    public required string ReasonOffSubject { get; init; }

    public required string ReasonRepeated { get; init; }

    public required string ReasonOther { get; init; }

    public required string Recent { get; init; }

    public required string Earlier { get; init; }

    public required string Later { get; init; }

    public required string Newest { get; init; }

    /// <summary>The link to the page that explains.</summary>
    public required string Rules { get; init; }

    public required string RulesHeading { get; init; }

    public required string RulesRead { get; init; }

    public required string RulesRemove { get; init; }

    public required string RulesKeep { get; init; }

    public required string RulesCode { get; init; }

    public required string RulesWaiting { get; init; }

    public required string RulesTrust { get; init; }

    public required string RulesHow { get; init; }

    public required string RulesStart { get; init; }

    /// <summary>What to do where no server answers.</summary>
    public required string OnACopy { get; init; }

    public required string LogHeading { get; init; }

    public required string LogExplain { get; init; }

    public required string LogEmpty { get; init; }

    public required string LogRefused { get; init; }

    public required string LogRemoved { get; init; }

    public required string LogRestored { get; init; }

    public required string LogHeldByCrowd { get; init; }

    public required string LogHeldByHand { get; init; }

    public required string LogReleased { get; init; }

    public required string LogClosed { get; init; }

    public required string LogTrustedOnly { get; init; }

    public required string LogOpened { get; init; }

    public required string LogCodesRevoked { get; init; }

    public required string EarnTrust { get; init; }

    public required string EarnTrustText { get; init; }

    public required string TrustNotEarned { get; init; }

    public required string TrustGiven { get; init; }
}
