using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>The page of the places where the paper is to be had.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PlacesWords
{
    public required string Title { get; init; }

    public required string What { get; init; }

    public required string Onion { get; init; }

    public required string NoOnion { get; init; }

    /// <summary>By what came of the last visit to our own address: <c>None</c>, <c>Whole</c>, <c>Other</c>, <c>Unreachable</c>.</summary>
    public required IReadOnlyDictionary<string, string> Visits { get; init; }

    /// <summary><c>{percent}</c>.</summary>
    public required Phrase Bootstrap { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase Restarts { get; init; }

    public required string PrivateDesk { get; init; }

    public required string Fault { get; init; }

    public required string DiskFull { get; init; }

    public required string DiskFullTitle { get; init; }

    public required string Mirrors { get; init; }

    public required string MirrorsWhat { get; init; }

    public required string NoMirrors { get; init; }

    public required string Proofs { get; init; }

    /// <summary><c>{day}</c>.</summary>
    public required Phrase Since { get; init; }

    /// <summary><c>{what}</c>, <c>{day}</c>.</summary>
    public required Phrase Found { get; init; }

    public required string NeverAsked { get; init; }

    public required string IsCurrent { get; init; }

    public required string IsAway { get; init; }

    public required string IsBehind { get; init; }

    public required string IsFalse { get; init; }

    public required string IsOdd { get; init; }

    public required string Remove { get; init; }

    public required string Add { get; init; }

    public required string Address { get; init; }

    public required string AddressWrong { get; init; }

    public required string Key { get; init; }

    public required string KeyHint { get; init; }

    public required string KeyWrong { get; init; }

    public required string Agree { get; init; }

    public required string Consented { get; init; }

    public required string TakenBack { get; init; }

    public required string Copies { get; init; }

    public required string NoCopies { get; init; }

    public required string CopiesKeep { get; init; }

    /// <param name="visit">What came of it.</param>
    public string VisitOf(Enum visit) => Visits[$"{visit}"];

    /// <param name="finding">Of a mirror.</param>
    public string FindingOf(Enum finding) =>
        $"{finding}" switch
        {
            "Current" or "Newer" => IsCurrent,
            "Unreachable" or "Slow" => IsAway,
            "RolledBack" => IsBehind,
            "Forged" or "SplitView" or "Forked" => IsFalse,
            _ => IsOdd,
        };
}
