using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Mentions;

/// <summary>A text whose links were told, and in which state. To whom, and when, is not kept: the links are in the text.</summary>
internal sealed class ToldPost
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>The last of its older versions when it was told: a later one is a text that readers have read, and is told again.</summary>
    public int Version { get; set; }

    /// <summary>It was told that the text is gone.</summary>
    public bool IsWithdrawn { get; set; }
}

internal sealed class ToldPostTable : IEntityTypeConfiguration<ToldPost>
{
    public void Configure(EntityTypeBuilder<ToldPost> builder)
    {
        builder.ToTable("told_post");
        builder.HasKey(told => new { told.PublicationId, told.PostId });
        builder.HasOne<Post>().WithMany().HasForeignKey(told => new { told.PublicationId, told.PostId });
    }
}
