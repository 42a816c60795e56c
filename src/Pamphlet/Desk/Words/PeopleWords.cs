using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>Who is here, inviting, and coming in by a link.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeopleWords
{
    public required string Title { get; init; }

    public required string What { get; init; }

    public required string You { get; init; }

    public required string NoActs { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase Since { get; init; }

    public required string Change { get; init; }

    public required string ActsQuestion { get; init; }

    public required string InviteTitle { get; init; }

    public required string InviteWhat { get; init; }

    public required string InviteButton { get; init; }

    public required string InvitationReady { get; init; }

    public required string LinkAdvice { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase OpenInvitations { get; init; }

    public required string WithdrawInvitations { get; init; }

    public required string InvitationsWithdrawn { get; init; }

    public required string BackToPeople { get; init; }

    /// <summary><c>{number}</c>.</summary>
    public required Phrase NeedsVoices { get; init; }

    public required string AskActs { get; init; }

    /// <summary><c>{name}</c>, <c>{acts}</c>.</summary>
    public required Phrase ChangeActs { get; init; }

    public required string WayInTitle { get; init; }

    public required string WayInWhat { get; init; }

    public required string AskWayIn { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase WayIn { get; init; }

    public required string WayInReady { get; init; }

    public required string RemoveTitle { get; init; }

    public required string RemoveWhat { get; init; }

    public required string AskRemoval { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase Remove { get; init; }

    public required string JoinTitle { get; init; }

    public required string JoinWhat { get; init; }

    public required string ReturnTitle { get; init; }

    public required string ReturnWhat { get; init; }

    public required string JoinButton { get; init; }

    public required string NameTaken { get; init; }

    public required string LinkSpent { get; init; }

    public required string Welcome { get; init; }
}
