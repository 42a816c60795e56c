using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>The search page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SearchWords
{
    public required string Heading { get; init; }

    /// <summary>The field's name.</summary>
    public required string Field { get; init; }

    public required string Hint { get; init; }

    public required string Button { get; init; }

    /// <summary>That a copy on a stick or a mirror cannot search, and what to do instead.</summary>
    public required string OnACopy { get; init; }

    public required Plural Results { get; init; }

    /// <summary>The link to the results that follow.</summary>
    public required string More { get; init; }

    /// <summary>The page's title over results: <c>{words}</c>.</summary>
    public required Phrase ResultsFor { get; init; }

    /// <summary><c>{words}</c>.</summary>
    public required Phrase Nothing { get; init; }

    /// <summary>The heading over links that keep fewer of the results.</summary>
    public required string Narrow { get; init; }

    public required string Year { get; init; }

    public required string Language { get; init; }

    /// <summary>The link that takes a choice back.</summary>
    public required string All { get; init; }

    /// <summary>Where nothing was found: words that would find something, <c>{words}</c>.</summary>
    public required Phrase DidYouMean { get; init; }
}
