using System.Text.Json.Serialization;

namespace Pamphlet.Desk.Words;

/// <summary>What the desk says to editors, in one language: one file beside this one. A file that lacks a word does not open.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DeskWords
{
    /// <summary>The language's tag; the file is named by it.</summary>
    public required string Language { get; init; }

    public required AccountWords Account { get; init; }

    public required ActWords Acts { get; init; }

    public required FormWords Form { get; init; }

    public required FoundingWords Founding { get; init; }

    public required FrameWords Frame { get; init; }

    public required HomeWords Home { get; init; }

    public required LetterKeysWords LetterKeys { get; init; }

    public required LettersWords Letters { get; init; }

    public required ModeratingWords Moderating { get; init; }

    public required MovingWords Moving { get; init; }

    public required PapersWords Papers { get; init; }

    public required PasskeyWords Passkeys { get; init; }

    public required PassphraseWords Passphrase { get; init; }

    public required PeopleWords People { get; init; }

    public required PlacesWords Places { get; init; }

    public required SettingsWords Settings { get; init; }

    public required SignInWords SignIn { get; init; }

    public required TogetherWords Together { get; init; }

    public required TroubleWords Trouble { get; init; }

    public required WritingWords Writing { get; init; }
}
