using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>One public text as lists, feeds and links know it: everything but its words.</summary>
/// <param name="EntryId">The Atom entry's id.</param>
/// <param name="Comments">How many live comments it has.</param>
/// <param name="LastComment">The day of the newest of them, or null: none. The paper's comment feed is made of the last discussed texts.</param>
internal sealed record Card(
    PostId Id,
    PostKind Kind,
    SitePath Path,
    string EntryId,
    string Title,
    string Subtitle,
    string Summary,
    Language Language,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    IReadOnlyList<Signature> Bylines,
    IReadOnlyList<Subject> Tags,
    PlaceInSeries? Series,
    long? TranslationGroup,
    ShownPicture? LeadPicture,
    InReplyTo? InReplyTo,
    bool CommentsOpen,
    int Comments,
    DateOnly? LastComment
)
{
    /// <summary>How many pages its discussion has; the first is on its own page.</summary>
    public int DiscussionPages { get; init; } = 1;

    /// <summary>The day it appeared, in UTC: lists, archives and addresses agree on one clock.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Published.UtcDateTime);

    /// <summary>The first day of the month it appeared in.</summary>
    public DateOnly Month => new(Day.Year, Day.Month, 1);
}

/// <summary>A name under a text.</summary>
internal sealed record Signature(PenNameId Id, string Name, string Slug, BylineRole Role);

/// <summary>A tag on a text.</summary>
internal sealed record Subject(TagId Id, string Name, string Slug);

/// <param name="Place">Counted from 1.</param>
internal sealed record PlaceInSeries(SeriesId Id, string Title, string Slug, int Place);

/// <summary>The article of another publication that a text answers.</summary>
internal sealed record InReplyTo(Uri Url, string Title, string Publisher);
