using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>Head and foot of every page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PageWords
{
    public required string SkipToText { get; init; }

    /// <summary>What a screen reader calls the menu.</summary>
    public required string Menu { get; init; }

    public required string FrontPage { get; init; }

    public required string Archive { get; init; }

    public required string Tags { get; init; }

    public required string Authors { get; init; }

    public required string Search { get; init; }

    /// <summary>What a screen reader calls the links at the foot.</summary>
    public required string MoreOfThePaper { get; init; }

    /// <summary>The link to the feed.</summary>
    public required string Feed { get; init; }

    /// <summary>The feed's name where a browser lists feeds: <c>{paper}</c>.</summary>
    public required Phrase FeedOf { get; init; }

    public required Phrase FeedOfComments { get; init; }

    /// <summary>What the paper promises whoever reads it.</summary>
    public required string Promise { get; init; }

    /// <summary>That the page is part of a signed whole that may be copied.</summary>
    public required string AboutTheCopy { get; init; }

    /// <summary>At the end of a printed page: <c>{paper}</c>, <c>{address}</c>.</summary>
    public required Phrase PrintedFrom { get; init; }
}
