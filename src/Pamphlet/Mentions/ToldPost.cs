using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Mentions;

/// <summary>A text whose links were told. To whom, and when, is not kept: the links are in the text.</summary>
internal sealed class ToldPost
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }
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
