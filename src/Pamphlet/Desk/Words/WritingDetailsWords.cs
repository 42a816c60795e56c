using System.Text.Json.Serialization;
using Pamphlet.Reading.Words;

namespace Pamphlet.Desk.Words;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingDetailsWords
{
    public required string Names { get; init; }

    public required string NamesHint { get; init; }

    public required string Nobody { get; init; }

    public required string NewName { get; init; }

    public required string NewNameHint { get; init; }

    public required string Role { get; init; }

    public required string Author { get; init; }

    public required string Translator { get; init; }

    public required string Interviewer { get; init; }

    public required string Photographer { get; init; }

    public required string Tags { get; init; }

    public required string TagsHint { get; init; }

    public required string Series { get; init; }

    public required string SeriesHint { get; init; }

    public required string Place { get; init; }

    public required string Translation { get; init; }

    public required string TranslationHint { get; init; }

    public required string NoSuchText { get; init; }

    public required string Slug { get; init; }

    public required string SlugHint { get; init; }

    public required string Reply { get; init; }

    public required string ReplyUrl { get; init; }

    public required string ReplyTitle { get; init; }

    public required string ReplyPublisher { get; init; }

    public required string BadUrl { get; init; }

    public required string Comments { get; init; }

    /// <summary>Leads from a correction to where the public discussion is settled, and logged.</summary>
    public required string ThisDiscussion { get; init; }

    public required string Menu { get; init; }

    public required string MenuHint { get; init; }

    public required string BadNumber { get; init; }

    public required string Saved { get; init; }

    public required string DraftOnly { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingPicturesWords
{
    public required string File { get; init; }

    public required string FileHint { get; init; }

    public required string Alt { get; init; }

    public required string AltHint { get; init; }

    public required string Caption { get; init; }

    public required string Credit { get; init; }

    public required string Add { get; init; }

    public required string Added { get; init; }

    public required string None { get; init; }

    public required string InText { get; init; }

    public required string Blur { get; init; }

    public required string Blurred { get; init; }

    public required string NoFile { get; init; }

    public required string TooLarge { get; init; }

    public required string Drawing { get; init; }

    public required string NoPicture { get; init; }

    public required string Damaged { get; init; }

    public required Phrase Changed { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingBlurWords
{
    public required string Title { get; init; }

    public required string Explain { get; init; }

    public required string Fields { get; init; }

    public required Phrase Field { get; init; }

    public required string ByNumbers { get; init; }

    public required Phrase ByNumbersHint { get; init; }

    public required string Button { get; init; }

    public required string Nothing { get; init; }

    public required Phrase NotUnderstood { get; init; }

    public required string Done { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingReviewWords
{
    public required string Explain { get; init; }

    public required string MarkReady { get; init; }

    public required string IsReady { get; init; }

    public required string BackToWriting { get; init; }

    public required string IsBack { get; init; }

    public required string Approve { get; init; }

    public required string Approved { get; init; }

    public required string OwnText { get; init; }

    public required string OneMore { get; init; }

    public required string Remarks { get; init; }

    public required string NoRemarks { get; init; }

    public required string Passage { get; init; }

    public required string PassageHint { get; init; }

    public required string Words { get; init; }

    public required string Signed { get; init; }

    public required string SignedHint { get; init; }

    public required string Remark { get; init; }

    public required string Settle { get; init; }

    public required string PassageGone { get; init; }

    public required string Second { get; init; }

    public required string SecondHint { get; init; }

    public required string Settled { get; init; }
}
