using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>What every form says.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FormWords
{
    /// <summary>Above what is wrong; it says first that nothing is lost.</summary>
    public required string NotSent { get; init; }

    public required string Empty { get; init; }

    /// <summary><c>{most}</c> and <c>{typed}</c>, in characters.</summary>
    public required Phrase TooLong { get; init; }

    /// <summary>So long that its end did not arrive.</summary>
    public required string Cut { get; init; }

    public required string Damaged { get; init; }

    public required string TooSoon { get; init; }

    public required string Stale { get; init; }

    public required string Used { get; init; }

    /// <summary>More arrives than we take at once.</summary>
    public required string Busy { get; init; }

    /// <summary>The label of a field that only machines see.</summary>
    public required string LeaveEmpty { get; init; }

    /// <summary>That a field may stay empty.</summary>
    public required string MayStayEmpty { get; init; }

    /// <summary>At the foot of a page that is no part of an edition.</summary>
    public required string Promise { get; init; }
}
