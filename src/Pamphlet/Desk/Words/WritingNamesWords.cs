using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingNamesWords
{
    public required string Title { get; init; }

    public required string Explain { get; init; }

    public required string Name { get; init; }

    public required string About { get; init; }

    public required string AboutHint { get; init; }

    public required string Add { get; init; }

    public required string Change { get; init; }

    public required Phrase Texts { get; init; }

    public required string Taken { get; init; }

    public required string Mixed { get; init; }

    public required string Saved { get; init; }

    public required string Remove { get; init; }

    public required string Removed { get; init; }

    public required string InUse { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingNeverWords
{
    public required string Title { get; init; }

    public required string Explain { get; init; }

    public required string Limits { get; init; }

    public required string Passphrase { get; init; }

    public required string PassphraseHint { get; init; }

    public required string Open { get; init; }

    public required string Wrong { get; init; }

    public required string Short { get; init; }

    public required string IsOpen { get; init; }

    public required string Close { get; init; }

    public required string Closed { get; init; }

    public required string Words { get; init; }

    public required string WordsHint { get; init; }

    public required string Add { get; init; }

    public required string Ask { get; init; }

    public required string Take { get; init; }

    public required string Added { get; init; }

    public required string Taken { get; init; }

    public required Phrase On { get; init; }

    public required string NoneOn { get; init; }

    public required Phrase TooMany { get; init; }
}
