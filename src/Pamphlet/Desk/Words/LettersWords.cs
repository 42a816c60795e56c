using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

/// <summary>Reading and answering letters.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LettersWords
{
    public required string Menu { get; init; }

    public required string Title { get; init; }

    public required string NoKeysYet { get; init; }

    public required string NotLet { get; init; }

    public required string UnlockWhat { get; init; }

    public required string UnlockWeaker { get; init; }

    public required string RingPassphrase { get; init; }

    public required string RingPassphraseHint { get; init; }

    public required string Unlock { get; init; }

    public required string Lock { get; init; }

    public required string LockHint { get; init; }

    public required string IsLocked { get; init; }

    public required string NobodyWaits { get; init; }

    /// <summary><c>{count}</c>, <c>{date}</c>.</summary>
    public required Phrase Waiting { get; init; }

    public required string WaitingTitle { get; init; }

    public required string OthersTitle { get; init; }

    public required string FoldedTitle { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase ShowFolded { get; init; }

    /// <summary><c>{name}</c>.</summary>
    public required Phrase ThreadName { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase LetterCount { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase WeekOf { get; init; }

    public required string NoAnswerWanted { get; init; }

    /// <summary><c>{count}</c>.</summary>
    public required Phrase AnswerCount { get; init; }

    public required string HasDraft { get; init; }

    public required string BackToLetters { get; init; }

    /// <summary><c>{date}</c>.</summary>
    public required Phrase AnswerOf { get; init; }

    public required string AnswerTitle { get; init; }

    public required string AnswerLabel { get; init; }

    public required string AnswerHint { get; init; }

    public required string AnswerTooLong { get; init; }

    public required string WantsNoAnswer { get; init; }

    public required string NoRoom { get; init; }

    public required string Answered { get; init; }

    public required string Send { get; init; }

    public required string Keep { get; init; }

    public required string Kept { get; init; }

    public required string AmongUs { get; init; }

    public required string Note { get; init; }

    public required string NoteHint { get; init; }

    public required string Owner { get; init; }

    public required string Nobody { get; init; }

    public required string Done { get; init; }

    public required string IsDone { get; init; }

    public required string Fold { get; init; }

    public required string Unfold { get; init; }

    public required string IsFolded { get; init; }

    public required string IsUnfolded { get; init; }

    public required string FileTitle { get; init; }

    public required string FileIncomplete { get; init; }

    public required string FileWarning { get; init; }

    public required string FileOffline { get; init; }

    public required string FileTraces { get; init; }

    public required string FileNever { get; init; }

    public required string FileTake { get; init; }

    public required string BackToLetter { get; init; }

    public required string OwnDeskClosed { get; init; }

    public required string OwnDeskClosedTitle { get; init; }

    public required string UnlockHere { get; init; }

    public required string SealedBefore { get; init; }

    public required string SealedForOthers { get; init; }

    public required string QuoteHeading { get; init; }

    public required string QuoteWhat { get; init; }

    public required string Quote { get; init; }

    public required string QuoteTitle { get; init; }

    public required string Quoted { get; init; }

    public required string AnswerWaits { get; init; }

    public required string NotebookFull { get; init; }
}
