using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingWriteWords
{
    public required string TitleField { get; init; }

    public required string Subtitle { get; init; }

    public required string Words { get; init; }

    public required string Summary { get; init; }

    public required string SummaryHint { get; init; }

    public required string Save { get; init; }

    public required string SaveAndShow { get; init; }

    /// <summary>Above a page that only who writes sees.</summary>
    public required string IsPreview { get; init; }

    public required string BackToText { get; init; }

    public required Phrase Saved { get; init; }

    public required Phrase Count { get; init; }

    public required string Open { get; init; }

    public required string PublicTitle { get; init; }

    public required string PublicHint { get; init; }

    public required string BeginCorrection { get; init; }

    public required string GoToCorrection { get; init; }

    public required Phrase ScheduledHint { get; init; }

    public required string TakeBack { get; init; }

    public required string TakenBack { get; init; }

    public required Phrase WithdrawnHint { get; init; }

    public required string PutBack { get; init; }

    public required string IsBack { get; init; }

    public required string CorrectionOf { get; init; }

    public required string DropCorrection { get; init; }

    public required string Dropped { get; init; }

    public required string SeeIt { get; init; }

    public required string UnsavedTitle { get; init; }

    public required Phrase UnsavedHint { get; init; }

    public required string TakeOver { get; init; }

    public required string ThrowAway { get; init; }

    public required string TakenOver { get; init; }

    public required string ThrownAway { get; init; }

    public required string MissingTitle { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingOvertakenWords
{
    public required string Title { get; init; }

    public required string Explain { get; init; }

    public required string Yours { get; init; }

    public required string SaveMine { get; init; }

    public required string KeepTheirs { get; init; }

    public required string NoDraft { get; init; }

    public required string NoDraftHint { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingHelpWords
{
    public required string Title { get; init; }

    public required string Paragraph { get; init; }

    public required string Emphasis { get; init; }

    public required string Strong { get; init; }

    public required string Heading { get; init; }

    public required string Link { get; init; }

    public required string Quotation { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }

    public required string NoteText { get; init; }

    public required string Verse { get; init; }

    public required string List { get; init; }

    public required string Cut { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingRevisionsWords
{
    public required string None { get; init; }

    public required Phrase Number { get; init; }

    public required Phrase On { get; init; }

    public required string Difference { get; init; }

    public required string Same { get; init; }

    public required string Restore { get; init; }

    public required string Restored { get; init; }

    public required string Left { get; init; }
}
