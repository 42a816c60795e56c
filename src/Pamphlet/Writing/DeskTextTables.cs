using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Writing.NeverPublish;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Publishing;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing;

internal sealed class DeskTextTable : IEntityTypeConfiguration<DeskText>
{
    public void Configure(EntityTypeBuilder<DeskText> builder)
    {
        builder.ToTable("desk_text");
        builder.HasKey(text => new { text.PublicationId, text.PostId });
        // One correction of a text at a time.
        builder.HasIndex(text => new { text.PublicationId, text.Corrects }).IsUnique();
        builder.HasOne<Post>().WithMany().HasForeignKey(text => new { text.PublicationId, text.PostId });
    }
}

internal sealed class UnsavedTextTable : IEntityTypeConfiguration<UnsavedText>
{
    public void Configure(EntityTypeBuilder<UnsavedText> builder)
    {
        builder.ToTable("unsaved_text");
        builder.HasKey(text => new
        {
            text.PublicationId,
            text.PostId,
            text.Sitting,
        });
        builder.Property(text => text.Sitting).HasMaxLength(32);
        builder.HasOne<Post>().WithMany().HasForeignKey(text => new { text.PublicationId, text.PostId });
    }
}

internal sealed class RemarkTable : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("remark");
        builder.HasKey(remark => new
        {
            remark.PublicationId,
            remark.PostId,
            remark.Number,
        });
        builder.HasOne<Post>().WithMany().HasForeignKey(remark => new { remark.PublicationId, remark.PostId });
    }
}

internal sealed class MeantFindingTable : IEntityTypeConfiguration<MeantFinding>
{
    public void Configure(EntityTypeBuilder<MeantFinding> builder)
    {
        builder.ToTable("meant_finding");
        builder.HasKey(meant => new
        {
            meant.PublicationId,
            meant.PostId,
            meant.Finding,
        });
        builder.Property(meant => meant.Finding).HasMaxLength(16);
        builder.HasOne<Post>().WithMany().HasForeignKey(meant => new { meant.PublicationId, meant.PostId });
    }
}

internal sealed class PreviewLinkTable : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("preview_link");
        builder.HasKey(link => new { link.PublicationId, link.TokenHash });
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasOne<Post>().WithMany().HasForeignKey(link => new { link.PublicationId, link.PostId });
    }
}

internal sealed class WritingHabitsTable : IEntityTypeConfiguration<WritingHabits>
{
    public void Configure(EntityTypeBuilder<WritingHabits> builder)
    {
        builder.ToTable("writing_habits");
        builder.HasKey(habits => habits.PublicationId);
    }
}

internal sealed class NeverPublishListTable : IEntityTypeConfiguration<NeverPublishList>
{
    public void Configure(EntityTypeBuilder<NeverPublishList> builder)
    {
        builder.ToTable("never_publish");
        builder.HasKey(list => list.PublicationId);
    }
}
