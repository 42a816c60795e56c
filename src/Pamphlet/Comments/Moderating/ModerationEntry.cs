using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Comments.Moderating;

/// <summary>
/// A line of the open log: what was done to the discussion, on which day, why. Never the words, never a name, and not by which
/// account. No code takes a line out; a wrong one is answered by another.
/// </summary>
internal sealed class ModerationEntry
{
    /// <summary>Rising; given by the database.</summary>
    public long Number { get; init; }

    public required PublicationId PublicationId { get; init; }

    public required DateOnly Day { get; init; }

    public required ModerationAct Act { get; init; }

    public RemovalReason? Because { get; init; }

    /// <summary>The text under which it was; null: all. No foreign key, so that the line outlives it.</summary>
    public PostId? PostId { get; init; }

    /// <summary>What an editor wrote to the readers about it, or <c>""</c>.</summary>
    public string Note { get; init; } = "";
}

internal enum ModerationAct
{
    /// <summary>A comment that waited was not published.</summary>
    Refused,

    /// <summary>A public one was taken away.</summary>
    Removed,

    Restored,
    HeldByCrowd,
    HeldByHand,
    Released,
    Closed,
    TrustedOnly,
    Opened,
    CodesRevoked,
}

internal sealed class ModerationEntryTable : IEntityTypeConfiguration<ModerationEntry>
{
    public void Configure(EntityTypeBuilder<ModerationEntry> builder)
    {
        builder.ToTable("moderation_entry");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedOnAdd();
        builder.HasIndex(entry => new { entry.PublicationId, entry.Number });
        builder.Property(entry => entry.Note).HasMaxLength(200);
    }
}
