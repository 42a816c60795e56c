using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>How the paper is called and laid out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SettingsWords
{
    public required string Title { get; init; }

    public required string What { get; init; }

    public required string Name { get; init; }

    public required string Line { get; init; }

    public required string LineHint { get; init; }

    public required string Language { get; init; }

    public required string Posts { get; init; }

    public required Phrase PostsHint { get; init; }

    public required Phrase PostsWrong { get; init; }

    public required string Popular { get; init; }

    public required string PopularReaders { get; init; }

    public required string PopularReadersHint { get; init; }

    public required string PopularEditors { get; init; }

    public required string Saved { get; init; }

    public required SettingsPagesWords Parts { get; init; }

    public required LookWords Look { get; init; }

    public required MenuWords Menu { get; init; }

    public required MentionWords Mentions { get; init; }

    public required AddressWords Addresses { get; init; }
}
