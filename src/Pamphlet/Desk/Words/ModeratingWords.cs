using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>Deciding about comments.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ModeratingWords
{
    public required string Menu { get; init; }

    public required string Title { get; init; }

    public required RequestsWords Requests { get; init; }

    public required string Explain { get; init; }

    public required string ExplainPublish { get; init; }

    public required string ExplainRemove { get; init; }

    public required string ExplainTogether { get; init; }

    public required string ExplainTwo { get; init; }

    public required string Decided { get; init; }

    public required string ExplainDecided { get; init; }

    public required string TakeDown { get; init; }

    public required string OneSaidTakeDown { get; init; }

    public required string OneSaidRestore { get; init; }

    public required string Find { get; init; }

    public required string FindHint { get; init; }

    public required string FindIt { get; init; }

    public required string ShowNewest { get; init; }

    public required string NothingFound { get; init; }

    public required string AnsweredIsGone { get; init; }

    public required string Settings { get; init; }

    public required string IsHeld { get; init; }

    public required string Release { get; init; }

    public required string Hold { get; init; }

    public required string HoldHint { get; init; }

    public required string NothingWaits { get; init; }

    public required Phrase Waiting { get; init; }

    public required string Anonymous { get; init; }

    public required string Under { get; init; }

    public required string OneSaidPublish { get; init; }

    public required string OneSaidRemove { get; init; }

    public required string Publish { get; init; }

    public required string Remove { get; init; }

    public required Phrase RemoveAlike { get; init; }

    public required string Note { get; init; }

    public required string Ticked { get; init; }

    public required string Because { get; init; }

    public required string ChooseOne { get; init; }

    public required string Advertising { get; init; }

    public required string Abuse { get; init; }

    public required string Danger { get; init; }

    public required string OffSubject { get; init; }

    public required string Repeated { get; init; }

    public required string Other { get; init; }

    public required string ChooseReason { get; init; }

    public required string NothingTicked { get; init; }

    public required Phrase Done { get; init; }

    public required string AlreadyDecided { get; init; }

    public required string WaitsForAnother { get; init; }

    public required string TakenBackMeanwhile { get; init; }

    public required string IsPublic { get; init; }

    public required string IsRemoved { get; init; }

    public required string Restore { get; init; }

    public required string AnswerTitle { get; init; }

    public required string AnswerText { get; init; }

    public required string AnswerAs { get; init; }

    public required Phrase Answered { get; init; }

    public required string WhoMayWrite { get; init; }

    public required string Everybody { get; init; }

    public required string TrustedOnly { get; init; }

    public required string Nobody { get; init; }

    public required string WhatWaits { get; init; }

    public required string ReadFirst { get; init; }

    public required string PublishFirst { get; init; }

    public required string HowMany { get; init; }

    public required string NeedsTwo { get; init; }

    public required string ClosesAfter { get; init; }

    public required string ClosesAfterHint { get; init; }

    public required string UnwantedHosts { get; init; }

    public required string UnwantedHostsHint { get; init; }

    public required string Saved { get; init; }

    public required string Held { get; init; }

    public required string Released { get; init; }

    public required string Codes { get; init; }

    public required string CodesHint { get; init; }

    public required string Invite { get; init; }

    public required string Revoke { get; init; }

    public required string Revoked { get; init; }

    public required string InvitationTitle { get; init; }

    public required string InvitationHint { get; init; }

    public required string SignReadFirst { get; init; }

    public required string SignLinks { get; init; }

    public required string SignNear { get; init; }

    public required string SignScripts { get; init; }

    public required string SignHost { get; init; }

    public required string SignLooks { get; init; }

    public required string SignCrowd { get; init; }

    public required string SignByHand { get; init; }

    public required string SignTrap { get; init; }

    /// <summary>Of what came from another site and not from a reader.</summary>
    public required string SignMention { get; init; }

    public required string ThisDiscussion { get; init; }

    public required string AsThePaper { get; init; }

    public required string AsThePaperHint { get; init; }

    public required string NobodyHere { get; init; }

    public required string HoldThis { get; init; }

    public required string Differing { get; init; }

    public required string NoSuchText { get; init; }

    public required string ChooseName { get; init; }

    public required string Brakes { get; init; }

    public required string BrakesHint { get; init; }

    public required string PerText { get; init; }

    public required string PerHour { get; init; }

    public required string AtOncePerCircuit { get; init; }

    public required string SecondsPerCircuit { get; init; }

    public required string MostWaiting { get; init; }

    public required Phrase NumberWanted { get; init; }

    public required string TooManyHosts { get; init; }
}

/// <summary>What readers ask the editors to write about.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RequestsWords
{
    public required string Title { get; init; }

    public required string Explain { get; init; }

    public required string NoPage { get; init; }

    public required string None { get; init; }

    public required string Plan { get; init; }

    public required string Unplan { get; init; }

    public required string Planned { get; init; }

    public required string Written { get; init; }

    public required string Address { get; init; }

    public required string AddressHint { get; init; }

    public required string AddressWrong { get; init; }

    public required string Link { get; init; }
}
