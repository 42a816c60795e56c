using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>Moving a paper in, taking it away, and its backup.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MovingWords
{
    public required string Title { get; init; }

    public required string What { get; init; }

    public required string Sealed { get; init; }

    public required string File { get; init; }

    /// <summary><c>{most}</c>.</summary>
    public required Phrase FileHint { get; init; }

    public required string Upload { get; init; }

    public required string NoFile { get; init; }

    public required string OneAtATime { get; init; }

    /// <summary><c>{most}</c>.</summary>
    public required Phrase TooLarge { get; init; }

    public required string Torn { get; init; }

    public required string NothingThere { get; init; }

    public required string LooksAt { get; init; }

    public required string MovesIn { get; init; }

    public required IReadOnlyDictionary<string, string> Stages { get; init; }

    /// <summary><c>{done}</c>, <c>{of}</c>.</summary>
    public required Phrase Counted { get; init; }

    public required string AsksAgain { get; init; }

    public required string LookNow { get; init; }

    public required string Stop { get; init; }

    public required string StopHint { get; init; }

    public required string Stopped { get; init; }

    public required string Broken { get; init; }

    public required string Discarded { get; init; }

    public required string Several { get; init; }

    public required string WhichBlog { get; init; }

    /// <summary><c>{posts}</c>, <c>{comments}</c>.</summary>
    public required Phrase BlogHolds { get; init; }

    public required string ThisOne { get; init; }

    public required string Discard { get; init; }

    public required string Close { get; init; }

    public required string Moved { get; init; }

    public required string NothingChanged { get; init; }

    public required string Otherwise { get; init; }

    public required string Site { get; init; }

    public required string SiteHint { get; init; }

    public required string SiteWrong { get; init; }

    public required string Language { get; init; }

    public required string LanguageFound { get; init; }

    public required string LookAgain { get; init; }

    public required string Begin { get; init; }

    public required string BeginHint { get; init; }

    public required string NamesTitle { get; init; }

    public required string NamesWhat { get; init; }

    public required string SaveNames { get; init; }

    public required string BackToReport { get; init; }

    public required IReadOnlyDictionary<string, string> Refusals { get; init; }

    public required string TakeAway { get; init; }

    public required string TakeAwayWhat { get; init; }

    public required string TakeAwayAs { get; init; }

    public required string AsSource { get; init; }

    public required string AsSourceHint { get; init; }

    public required string AsWxr { get; init; }

    public required string AsWxrHint { get; init; }

    public required string TakeAwayWarning { get; init; }

    public required string Download { get; init; }

    public required string ReadersCopies { get; init; }

    public required string Backup { get; init; }

    public required string BackupWhat { get; init; }

    /// <summary><c>{day}</c>.</summary>
    public required Phrase LastBackup { get; init; }

    public required string NoBackup { get; init; }

    public required string BackupPassphrase { get; init; }

    public required string BackupPassphraseHint { get; init; }

    public required string PassphraseWeak { get; init; }

    public required string OrKeys { get; init; }

    public required string Keys { get; init; }

    public required string KeysHint { get; init; }

    /// <summary><c>{line}</c>.</summary>
    public required Phrase KeyWrong { get; init; }

    public required string KeysMixed { get; init; }

    public required string MakeBackup { get; init; }

    public required string BackupNote { get; init; }

    public required MoveReportWords Report { get; init; }

    /// <param name="stage">Of an import under way; one that nobody has a word for is reading.</param>
    public string StageOf(string stage) => Stages.GetValueOrDefault(stage, Stages["reading"]);

    /// <param name="reason">Why an export is refused.</param>
    public string RefusalOf(Enum reason) => Refusals[$"{reason}"];
}

/// <summary>What an import brought, or would bring.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MoveReportWords
{
    public required string Posts { get; init; }

    public required string Pages { get; init; }

    /// <summary><c>{published}</c>, <c>{drafts}</c>.</summary>
    public required Phrase Texts { get; init; }

    public required string Comments { get; init; }

    /// <summary><c>{published}</c>, <c>{queued}</c>.</summary>
    public required Phrase CommentsCount { get; init; }

    /// <summary><c>{dropped}</c>, <c>{tombstones}</c>.</summary>
    public required Phrase CommentsLeft { get; init; }

    public required string Pictures { get; init; }

    /// <summary><c>{found}</c>, <c>{missing}</c>.</summary>
    public required Phrase PicturesCount { get; init; }

    public required string Addresses { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase AddressesCount { get; init; }

    public required string Changes { get; init; }

    /// <summary><c>{added}</c>, <c>{updated}</c>.</summary>
    public required Phrase ChangesCount { get; init; }

    /// <summary><c>{unchanged}</c>, <c>{kept}</c>.</summary>
    public required Phrase ChangesKept { get; init; }

    public required string Names { get; init; }

    public required string NoName { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase Was { get; init; }

    /// <summary><c>{texts}</c>, <c>{comments}</c>.</summary>
    public required Phrase Signed { get; init; }

    public required string LeftOut { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase Notes { get; init; }
}
