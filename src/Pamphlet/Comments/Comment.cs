using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

internal readonly record struct CommentId(long Value) : IRowId<CommentId>
{
    public static CommentId From(long value) => new(value);
}

/// <summary>What a reader said under a post.</summary>
internal sealed class Comment
{
    public required PublicationId PublicationId { get; init; }

    public required CommentId Id { get; init; }

    /// <summary>The part of its address after <c>#c</c>; after a move the old number, so that links into threads hold.</summary>
    public required string PublicId { get; init; }

    public required PostId PostId { get; init; }

    public CommentId? ParentId { get; init; }

    /// <summary>0 for an answer to the post itself.</summary>
    public required int Depth { get; init; }

    /// <summary>The parent's path and six digits more: its byte order is the thread's order, without building a tree.</summary>
    public required string ThreadPath { get; init; }

    public required CommentState State { get; set; }

    /// <summary>What the reader called themselves, or null: anonymous, or withdrawn.</summary>
    public string? Name { get; set; }

    /// <summary>Set where the paper itself answers, under one of its names.</summary>
    public PenNameId? ByPenName { get; init; }

    /// <summary>Strict Markdown; null once withdrawn. A removed one keeps it until <see cref="KeptUntil"/>, for editors who restore it.</summary>
    public string? Markdown { get; set; }

    /// <summary>The day only: a second would tie a comment to a connection that somebody watched.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it was called where it was imported from, or null.</summary>
    public string? SourceId { get; init; }

    /// <summary>The <see cref="Page"/> of what editors did not publish: who restores it chooses one.</summary>
    public const int OnNoPage = 0;

    /// <summary>The page of the discussion on which it stands, from 1; chosen when it is published, and never another.</summary>
    public int Page { get; set; } = 1;

    /// <summary>SHA-256 of the code that takes it back; the code itself is only with whoever wrote it. Null: nobody has one.</summary>
    public byte[]? CodeHash { get; set; }

    /// <summary>Why an editor should look at it first; for the queue alone, forgotten once it is decided.</summary>
    public HoldReasons Reasons { get; set; }

    /// <summary>What its words are like (<see cref="Defence.Likeness"/>), for seven days.</summary>
    public long? Likeness { get; set; }

    /// <summary>Whether its words were counted among those that editors let through or removed.</summary>
    public bool IsJudged { get; set; }

    /// <summary>Whether its code already helped to get a trust code. It names neither.</summary>
    public bool HasVouched { get; set; }

    public RemovalReason? RemovedBecause { get; set; }

    /// <summary>The last day of what must go by itself: a comment that nobody decided about, the words of a removed one.</summary>
    public DateOnly? KeptUntil { get; set; }

    /// <summary>On a page where readers ask for subjects: what became of the request; null: nothing yet.</summary>
    public RequestStanding? Standing { get; set; }

    /// <summary>The text that came of a request: where it is read, as it was when an editor said so.</summary>
    public string? BecamePath { get; set; }

    /// <summary>Its title, as it was then: a page of requests does not change with the texts it names.</summary>
    public string? BecameTitle { get; set; }

    /// <summary>Under the rule that two decide: what the first said, and which account, until the second did.</summary>
    public FirstSaid? FirstSaid { get; set; }

    /// <inheritdoc cref="FirstSaid"/>
    public long? FirstSaidBy { get; set; }
}

/// <summary>What the editors say to a request for a subject.</summary>
internal enum RequestStanding
{
    Planned,

    /// <summary>There is a text now; the request names it.</summary>
    Written,
}

/// <summary>What one editor decided where two must.</summary>
internal enum FirstSaid
{
    Publish,
    Remove,
}

/// <summary>Why the editors took a comment away, in the words of the log.</summary>
internal enum RemovalReason
{
    Advertising,
    Abuse,

    /// <summary>It could tell where somebody is, or who.</summary>
    Danger,

    OffSubject,
    Repeated,
    Other,
}

/// <summary>Why a comment waits. None of these refuses one: an editor decides.</summary>
[Flags]
internal enum HoldReasons
{
    None = 0,

    /// <summary>Every comment of somebody without a trust code is read first.</summary>
    ReadFirst = 1,

    Links = 2,
    NearText = 4,
    MixedScripts = 8,
    UnwantedHost = 16,
    LooksRemoved = 32,

    /// <summary>More came at once than usual.</summary>
    Crowd = 64,

    ByHand = 128,

    /// <summary>A field was filled that people do not see.</summary>
    Trap = 256,

    /// <summary>Nobody wrote it here: another site says that it links the text.</summary>
    Mention = 512,
}

internal enum CommentState
{
    /// <summary>Waits for an editor; in no edition.</summary>
    Pending,

    Live,

    /// <summary>Taken away by the editors.</summary>
    Removed,

    /// <summary>Taken back by whoever wrote it.</summary>
    Withdrawn,
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comment");
        builder.HasKey(comment => new { comment.PublicationId, comment.Id });
        builder.HasIndex(comment => new
        {
            comment.PublicationId,
            comment.PostId,
            comment.ThreadPath,
        });
        builder.HasIndex(comment => new { comment.PublicationId, comment.SourceId }).IsUnique();
        builder.HasIndex(comment => new { comment.PublicationId, comment.PublicId }).IsUnique();
        builder.HasIndex(comment => new
        {
            comment.PublicationId,
            comment.State,
            comment.Day,
            comment.PublicId,
        });
        // What a discussion counts, its newest, and one page of it, each without reading the rest.
        builder.HasIndex(comment => new
        {
            comment.PublicationId,
            comment.PostId,
            comment.State,
            comment.Day,
            comment.PublicId,
            comment.Page,
        });
        builder.HasIndex(comment => new
        {
            comment.PublicationId,
            comment.PostId,
            comment.Page,
        });
        builder.HasIndex(comment => new { comment.PublicationId, comment.ParentId });
        builder.Property(comment => comment.Page).HasDefaultValue(1).HasSentinel(-1);
        // A sum of flags, not their names in a row.
        builder.Property(comment => comment.Reasons).HasConversion<int>();
        builder.HasOne<Post>().WithMany().HasForeignKey(comment => new { comment.PublicationId, comment.PostId });
    }
}
