using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Storage;

namespace Pamphlet.Publications;

/// <summary>
/// One line of what happened since the last edition, written in the same transaction as the change itself: a crash between
/// the two would otherwise leave a published text that no edition ever shows.
/// </summary>
internal sealed class Change
{
    /// <summary>Rising; given by the database.</summary>
    public long Number { get; init; }

    public required PublicationId PublicationId { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>The post that changed, or whose comments did; null where the whole paper did.</summary>
    public Posts.PostId? PostId { get; init; }

    /// <summary>Of a discussion: the only page of it that changed; null: any may have.</summary>
    public int? DiscussionPage { get; init; }
}

internal enum ChangeKind
{
    /// <summary>Name, menu, a pen name, the style: every page may show it.</summary>
    Paper,

    /// <summary>A post's text or facts, or that it appeared or went.</summary>
    Post,

    /// <summary>The discussion under one post.</summary>
    Comments,

    /// <summary>The log of what editors did to discussions.</summary>
    Moderation,

    /// <summary>Old addresses.</summary>
    Addresses,

    /// <summary>Which posts are popular.</summary>
    Popular,

    /// <summary>The style sheet, or how much of a text its feeds carry: no page says anything else.</summary>
    Look,
}

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("change");
        builder.HasKey(change => change.Number);
        builder.Property(change => change.Number).ValueGeneratedOnAdd();
        builder.HasIndex(change => new { change.PublicationId, change.Number });
    }
}
