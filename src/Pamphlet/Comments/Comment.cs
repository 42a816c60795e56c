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

    /// <summary>Strict Markdown; null once withdrawn or removed.</summary>
    public string? Markdown { get; set; }

    /// <summary>The day only: a second would tie a comment to a connection that somebody watched.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it was called where it was imported from, or null.</summary>
    public string? SourceId { get; init; }
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
        builder.HasOne<Post>().WithMany().HasForeignKey(comment => new { comment.PublicationId, comment.PostId });
    }
}
