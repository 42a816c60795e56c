using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>What is said to somebody who writes to the editors, or comes back for the answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LetterWords
{
    public required string Heading { get; init; }

    public required string Promise { get; init; }

    public required string Write { get; init; }

    public required string Back { get; init; }

    public required string SafeHeading { get; init; }

    public required string SafeSealed { get; init; }

    public required string SafeMoment { get; init; }

    public required string SafeDevice { get; init; }

    public required string SafeFiles { get; init; }

    public required string SafeScript { get; init; }

    public required string HereOnion { get; init; }

    public required string HereClear { get; init; }

    public required string Safer { get; init; }

    public required string KeyHeading { get; init; }

    public required string KeyText { get; init; }

    public required string Fingerprint { get; init; }

    public required string Recipient { get; init; }

    public required string NotOpen { get; init; }

    public required string Full { get; init; }

    public required string FullMeanwhile { get; init; }

    public required string NoRoomForFiles { get; init; }

    public required string Text { get; init; }

    public required string TextHint { get; init; }

    public required string Subject { get; init; }

    public required string Files { get; init; }

    /// <summary><c>{count}</c>, <c>{size}</c>.</summary>
    public required Phrase FilesHint { get; init; }

    public required string NoAnswer { get; init; }

    public required string NoAnswerHint { get; init; }

    public required string After { get; init; }

    public required string Send { get; init; }

    public required string TooLong { get; init; }

    /// <summary><c>{count}</c>, <c>{size}</c>.</summary>
    public required Phrase TooLarge { get; init; }

    public required string Broken { get; init; }

    public required string BrokeOff { get; init; }

    public required string OnACopy { get; init; }

    public required string Taken { get; init; }

    public required string TakenText { get; init; }

    public required string TakenNoAnswer { get; init; }

    public required string TakenAgain { get; init; }

    public required string Codename { get; init; }

    public required string CodenameText { get; init; }

    public required string CodenameNoted { get; init; }

    public required string CheckHeading { get; init; }

    public required string CheckText { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase CheckWord { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase CheckWrong { get; init; }

    public required string Check { get; init; }

    public required string CheckLost { get; init; }

    public required string Checked { get; init; }

    public required string CheckedText { get; init; }

    public required string CheckStale { get; init; }

    public required string BackHeading { get; init; }

    public required string BackText { get; init; }

    public required string BackHint { get; init; }

    public required string Open { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase UnknownWord { get; init; }

    public required string TooFew { get; init; }

    public required string TooMany { get; init; }

    public required string NotTogether { get; init; }

    public required string Nothing { get; init; }

    public required string Answers { get; init; }

    public required string Signed { get; init; }

    public required string WriteAgain { get; init; }

    public required string WriteAgainHint { get; init; }

    public required string Destroy { get; init; }

    public required string DestroyHint { get; init; }

    public required string Destroyed { get; init; }

    public required string DestroyedText { get; init; }

    public required string Busy { get; init; }

    public required string Stale { get; init; }

    public required string Leave { get; init; }
}
