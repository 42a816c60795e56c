using System.Text.Json.Serialization;

namespace Pamphlet.Desk.Words;

/// <summary>What the pages for writing say, one part a page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingWords
{
    public required WritingListWords List { get; init; }

    public required WritingTextWords Text { get; init; }

    public required WritingWriteWords Write { get; init; }

    public required WritingOvertakenWords Overtaken { get; init; }

    public required WritingHelpWords Help { get; init; }

    public required WritingDetailsWords Details { get; init; }

    public required WritingPicturesWords Pictures { get; init; }

    public required WritingBlurWords Blur { get; init; }

    public required WritingReviewWords Review { get; init; }

    public required WritingPublishWords Publish { get; init; }

    public required WritingWithdrawWords Withdraw { get; init; }

    public required WritingThrowAwayWords ThrowAway { get; init; }

    public required WritingRevisionsWords Revisions { get; init; }

    public required WritingLinkWords Link { get; init; }

    public required WritingNamesWords Names { get; init; }

    public required WritingNeverWords Never { get; init; }

    public required WritingFindingsWords Findings { get; init; }

    public required WritingPlacesWords Places { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingListWords
{
    public required string Title { get; init; }

    public required string Begin { get; init; }

    public required string BeginTitle { get; init; }

    public required string BeginTitleHint { get; init; }

    public required string Kind { get; init; }

    public required string Post { get; init; }

    public required string Page { get; init; }

    public required string Requests { get; init; }

    public required string RequestsHint { get; init; }

    public required string Language { get; init; }

    public required string Drafts { get; init; }

    public required string ToRead { get; init; }

    public required string Scheduled { get; init; }

    public required string Published { get; init; }

    public required string Withdrawn { get; init; }

    public required string Find { get; init; }

    public required string FindButton { get; init; }

    public required string Empty { get; init; }

    public required string More { get; init; }

    public required string Correction { get; init; }

    public required string Ready { get; init; }

    public required string Approved { get; init; }

    public required string Shelves { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingTextWords
{
    public required string Write { get; init; }

    public required string Details { get; init; }

    public required string Pictures { get; init; }

    public required string Review { get; init; }

    public required string Publish { get; init; }

    public required string Correct { get; init; }

    public required string Revisions { get; init; }

    public required string Link { get; init; }

    public required string Withdraw { get; init; }

    public required string ThrowAway { get; init; }

    public required string Parts { get; init; }

    public required string Untitled { get; init; }

    public required string Missing { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WritingPlacesWords
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required string Summary { get; init; }

    public required string Name { get; init; }

    public required string Tag { get; init; }

    public required string Address { get; init; }
}
