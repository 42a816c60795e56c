using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>An editor's own page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AccountWords
{
    public required string Title { get; init; }

    public required string SessionsTitle { get; init; }

    public required string SessionsWhat { get; init; }

    public required string Here { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase BegunOn { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase LastSeenOn { get; init; }

    public required string EndSession { get; init; }

    public required string EndOthers { get; init; }

    public required string SessionsEnded { get; init; }

    public required string PassphraseTitle { get; init; }

    public required string ChangePassphrase { get; init; }

    public required string PassphraseWhat { get; init; }

    public required string OldPassphrase { get; init; }

    public required string OldIsWrong { get; init; }

    public required string PassphraseChanged { get; init; }

    public required string SecondTitle { get; init; }

    public required string SecondIsOn { get; init; }

    public required string SecondIsAsked { get; init; }

    public required string SecondFirst { get; init; }

    public required string SecondIsOff { get; init; }

    public required string SecondSetUp { get; init; }

    public required string SecondChange { get; init; }

    public required string SecondWhat { get; init; }

    public required string DotsAre { get; init; }

    public required string OrType { get; init; }

    public required string CodeLabel { get; init; }

    public required string CodeHint { get; init; }

    public required string CodeIsWrong { get; init; }

    public required string SecondRemoveTitle { get; init; }

    public required string SecondRemove { get; init; }

    /// <summary>Where a code is asked besides the passphrase.</summary>
    public required string CodeNotTaken { get; init; }

    public required string PaperCodesTitle { get; init; }

    public required string PaperCodesWhat { get; init; }

    public required string PaperCodesDone { get; init; }

    public required string LanguageTitle { get; init; }

    public required string LanguageQuestion { get; init; }

    public required string LanguageOfPaper { get; init; }

    public required string Saved { get; init; }
}
