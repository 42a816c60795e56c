using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>Making passkeys, and signing in with one.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PasskeyWords
{
    public required string Title { get; init; }

    public required string Look { get; init; }

    public required string What { get; init; }

    public required string None { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase MadeOn { get; init; }

    public required string Remove { get; init; }

    public required string Removed { get; init; }

    public required string AddTitle { get; init; }

    public required string AddNeedsScript { get; init; }

    public required string Label { get; init; }

    public required string LabelHint { get; init; }

    public required string NoLabel { get; init; }

    public required string TooMany { get; init; }

    public required string Add { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase Added { get; init; }

    public required string NotMade { get; init; }

    public required string Failed { get; init; }

    public required string EnterTitle { get; init; }

    public required string EnterWhat { get; init; }

    public required string Enter { get; init; }

    public required string NeedsScript { get; init; }

    public required string WithPassphrase { get; init; }

    public required string WithPasskey { get; init; }

    public required string Refused { get; init; }
}
