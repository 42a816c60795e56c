using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>What stands around every page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FrameWords
{
    /// <summary>What the desk is called.</summary>
    public required string Desk { get; init; }

    public required string Menu { get; init; }

    /// <summary>The language's own name for itself.</summary>
    public required string OwnName { get; init; }

    public required string ReadThePaper { get; init; }

    public required string SignOut { get; init; }

    public required string SkipToText { get; init; }
}

/// <summary>The desk's first page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record HomeWords
{
    /// <summary><c>{name}</c>.</summary>
    public required Phrase Hello { get; init; }

    public required string NothingWaits { get; init; }

    public required string Title { get; init; }

    public required string Waits { get; init; }

    public required string YouMay { get; init; }

    /// <summary>Said to whoever may: «Write texts».</summary>
    public required ActWords Acts { get; init; }

    /// <summary>Over the list of what a new paper needs first.</summary>
    public required string FirstTitle { get; init; }

    public required string FirstWhat { get; init; }

    public required string FirstWrite { get; init; }

    public required string FirstAbout { get; init; }

    public required string FirstInvite { get; init; }

    public required string FirstKeys { get; init; }
}

/// <summary>What every form says.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FormWords
{
    /// <summary>Above the list of what is wrong.</summary>
    public required string NotYet { get; init; }

    public required string Save { get; init; }

    /// <summary>A field that must not be empty.</summary>
    public required string Missing { get; init; }

    /// <summary>A field longer than it may be: <c>{most}</c>.</summary>
    public required Phrase TooLong { get; init; }

    /// <summary>The field for a language that the list does not have.</summary>
    public required string OtherLanguage { get; init; }

    public required string OtherLanguageHint { get; init; }

    /// <summary>What a paper in such a language must know.</summary>
    public required string OtherLanguageOfPaper { get; init; }

    public required string NoLanguage { get; init; }
}

/// <summary>What somebody may do: «Writes».</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ActWords
{
    public required string Write { get; init; }

    public required string Edit { get; init; }

    public required string Moderate { get; init; }

    public required string Correspond { get; init; }

    public required string KeepKeys { get; init; }

    public required string Settle { get; init; }

    public required string Invite { get; init; }

    public string Of(Act act) =>
        act switch
        {
            Act.Write => Write,
            Act.Edit => Edit,
            Act.Moderate => Moderate,
            Act.Correspond => Correspond,
            Act.KeepKeys => KeepKeys,
            Act.Settle => Settle,
            _ => Invite,
        };
}
