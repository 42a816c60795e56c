using Pamphlet.Pictures;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Posts;

internal readonly record struct PostId(long Value) : IRowId<PostId>
{
    public static PostId From(long value) => new(value);
}

/// <summary>A text of the paper: an essay or interview with its date, or a page that stands outside time (About, Contact).</summary>
internal sealed class Post
{
    public required PublicationId PublicationId { get; init; }

    public required PostId Id { get; init; }

    public required PostKind Kind { get; set; }

    public required PostState State { get; set; }

    /// <summary>Where it is read, <c>2019/05/slug.html</c>; null until it was first published. It never changes afterwards.</summary>
    public string? Path { get; set; }

    public required string Title { get; set; }

    /// <summary>A second title; <c>""</c> for none.</summary>
    public string Subtitle { get; set; } = "";

    public required Language Language { get; set; }

    /// <summary>Exactly what the editors typed, in NFC: the dialect of <c>docs/writing.md</c>.</summary>
    public required string Markdown { get; set; }

    /// <summary>One sentence for search engines and cards, or <c>""</c>.</summary>
    public string Summary { get; set; } = "";

    /// <summary>When it appeared, or will.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When its public text last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The Atom entry's id; after a move the old one.</summary>
    public required string EntryId { get; init; }

    /// <summary>What it was called where it was imported from (<c>blogger:100/50</c>), so that a second import finds it; or null.</summary>
    public string? SourceId { get; init; }

    /// <summary>
    /// Two hashes of the last import, parted by a space: of the source, and of what was written of it. Where the text is no longer
    /// what was written, an editor worked on it since, and the next import leaves it alone.
    /// </summary>
    public string? SourceHash { get; set; }

    /// <summary>Versions of one text in several languages share this number.</summary>
    public long? TranslationGroup { get; set; }

    public SeriesId? SeriesId { get; set; }

    /// <summary>The place in the series, counted from 1.</summary>
    public int SeriesPlace { get; set; }

    /// <summary>The picture that stands for the text in lists, or null.</summary>
    public PictureId? LeadPicture { get; set; }

    /// <summary>The article of another publication that this one answers.</summary>
    public string? InReplyToUrl { get; set; }

    public string? InReplyToTitle { get; set; }

    /// <summary>Who published the article that this one answers.</summary>
    public string? InReplyToPublisher { get; set; }

    /// <summary>The editors' words at its place after it was withdrawn.</summary>
    public string? WithdrawnBecause { get; set; }

    public bool CommentsOpen { get; set; } = true;

    /// <summary>The place in the menu, counted from 1, or null: not in the menu.</summary>
    public int? MenuPlace { get; set; }

    /// <summary>The place among the editors' popular posts, counted from 1, or null.</summary>
    public int? PickPlace { get; set; }

    /// <summary>In order: first author first.</summary>
    public List<Byline> Bylines { get; init; } = [];

    public List<PostTag> Tags { get; init; } = [];
}

internal enum PostKind
{
    Post,
    Page,

    /// <summary>A page on which readers ask for subjects: its discussion are their requests.</summary>
    Requests,
}

internal static class PostKinds
{
    /// <summary>Outside time: in no list of posts, no feed and no month.</summary>
    public static bool IsStanding(this PostKind kind) => kind != PostKind.Post;

    /// <summary>Whether readers write under it.</summary>
    public static bool HasDiscussion(this PostKind kind) => kind != PostKind.Page;
}

internal enum PostState
{
    Draft,
    Scheduled,
    Published,

    /// <summary>It was public and is no more: its address answers 410 with the editors' words.</summary>
    Withdrawn,
}
