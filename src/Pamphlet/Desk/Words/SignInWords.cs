using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>The way in and out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SignInWords
{
    public required string Title { get; init; }

    public required string Name { get; init; }

    public required string Passphrase { get; init; }

    public required string Code { get; init; }

    public required string CodeHint { get; init; }

    public required string Button { get; init; }

    /// <summary>One sentence for a wrong name and a wrong passphrase: who asks learns no name.</summary>
    public required string Refused { get; init; }

    public required string TooOften { get; init; }

    /// <summary>Others are before them.</summary>
    public required string TooMany { get; init; }

    public required string SignedOut { get; init; }
}

/// <summary>Choosing a passphrase.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PassphraseWords
{
    public required string Label { get; init; }

    public required string Hint { get; init; }

    /// <summary>Under one that somebody made up.</summary>
    public required string OwnHint { get; init; }

    /// <summary>Of the one that was drawn: <c>{bits}</c>.</summary>
    public required Phrase Drawn { get; init; }

    public required string TooShort { get; init; }

    public required string TooEasy { get; init; }

    public required string HoldsName { get; init; }
}

/// <summary>The page behind the one-time link of the first start.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FoundingWords
{
    public required string Title { get; init; }

    public required string Welcome { get; init; }

    public required string PaperName { get; init; }

    public required string PaperNameHint { get; init; }

    public required string Language { get; init; }

    public required string EditorName { get; init; }

    public required string EditorNameHint { get; init; }

    public required string Button { get; init; }

    public required string LinkSpentTitle { get; init; }

    public required string LinkSpent { get; init; }

    /// <summary><c>{paper}</c>.</summary>
    public required Phrase Done { get; init; }
}
