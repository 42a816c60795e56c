using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>Letters between papers.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PapersWords
{
    public required string Title { get; init; }

    public required string What { get; init; }

    public required string Signed { get; init; }

    public required string WayDirect { get; init; }

    public required string Known { get; init; }

    public required string NobodyKnown { get; init; }

    public required string Refused { get; init; }

    public required string Meet { get; init; }

    public required string Address { get; init; }

    public required string AddressHint { get; init; }

    public required string AddressWrong { get; init; }

    public required string Ask { get; init; }

    public required string Ourselves { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase ThreadName { get; init; }

    public required string NewTitle { get; init; }

    public required string NewWhat { get; init; }

    public required string IsThisThey { get; init; }

    public required string Fingerprint { get; init; }

    public required string Compare { get; init; }

    /// <summary><c>{name}</c>, <c>{address}</c>.</summary>
    public required Phrase Claims { get; init; }

    /// <summary><c>{name}</c>, <c>{fingerprint}</c>.</summary>
    public required Phrase OtherKeyKnown { get; init; }

    /// <summary><c>{fingerprint}</c>.</summary>
    public required Phrase OtherKeyFound { get; init; }

    public required string OtherKeyDo { get; init; }

    public required string Warning { get; init; }

    public required string Name { get; init; }

    public required string Accept { get; init; }

    public required string Refuse { get; init; }

    public required string RefuseHint { get; init; }

    public required string Save { get; init; }

    public required string Forget { get; init; }

    public required string Accepted { get; init; }

    public required string IsRefused { get; init; }

    public required string IsForgotten { get; init; }

    public required string Unproven { get; init; }

    public required string WriteTitle { get; init; }

    public required string WriteLabel { get; init; }

    public required string WriteHint { get; init; }

    public required string Send { get; init; }

    public required string Sent { get; init; }

    /// <summary><c>{reason}</c>.</summary>
    public required Phrase NotSent { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase WrittenOn { get; init; }

    public required string Waits { get; init; }

    public required string Again { get; init; }

    public required string Drop { get; init; }

    public required string IsDropped { get; init; }

    public required string NoWeekHere { get; init; }

    public required string NoAddress { get; init; }

    public required string TooLong { get; init; }

    public required string Unreachable { get; init; }

    public required string Slow { get; init; }

    public required string Endless { get; init; }

    public required string NoLetters { get; init; }

    public required string NoWeek { get; init; }

    public required string OtherKeyNow { get; init; }

    public required string Full { get; init; }

    public required string NotTaken { get; init; }
}
