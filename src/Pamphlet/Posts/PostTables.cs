using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Publications;

namespace Pamphlet.Posts;

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("post");
        builder.HasKey(post => new { post.PublicationId, post.Id });
        builder.HasIndex(post => new { post.PublicationId, post.Path }).IsUnique();
        builder.HasIndex(post => new { post.PublicationId, post.SourceId }).IsUnique();
        builder.HasIndex(post => new
        {
            post.PublicationId,
            post.State,
            post.PublishedAt,
        });
        builder.HasOne<Publication>().WithMany().HasForeignKey(post => post.PublicationId);
        builder
            .HasMany(post => post.Bylines)
            .WithOne()
            .HasForeignKey(byline => new { byline.PublicationId, byline.PostId });
        builder.HasMany(post => post.Tags).WithOne().HasForeignKey(tag => new { tag.PublicationId, tag.PostId });
        builder
            .HasOne<Series>()
            .WithMany()
            .HasForeignKey(post => new { post.PublicationId, post.SeriesId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BylineTable : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> builder)
    {
        builder.ToTable("byline");
        builder.HasKey(byline => new
        {
            byline.PublicationId,
            byline.PostId,
            byline.Place,
        });
        builder
            .HasOne<PenName>()
            .WithMany()
            .HasForeignKey(byline => new { byline.PublicationId, byline.PenNameId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PenNameTable : IEntityTypeConfiguration<PenName>
{
    public void Configure(EntityTypeBuilder<PenName> builder)
    {
        builder.ToTable("pen_name");
        builder.HasKey(name => new { name.PublicationId, name.Id });
        builder.HasIndex(name => new { name.PublicationId, name.Slug }).IsUnique();
    }
}

internal sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tag");
        builder.HasKey(tag => new { tag.PublicationId, tag.Id });
        builder.HasIndex(tag => new { tag.PublicationId, tag.Slug }).IsUnique();
        builder.HasIndex(tag => new { tag.PublicationId, tag.Name }).IsUnique();
    }
}

internal sealed class PostTagTable : IEntityTypeConfiguration<PostTag>
{
    public void Configure(EntityTypeBuilder<PostTag> builder)
    {
        builder.ToTable("post_tag");
        builder.HasKey(tag => new
        {
            tag.PublicationId,
            tag.PostId,
            tag.TagId,
        });
        builder.HasOne<Tag>().WithMany().HasForeignKey(tag => new { tag.PublicationId, tag.TagId });
    }
}

internal sealed class SeriesTable : IEntityTypeConfiguration<Series>
{
    public void Configure(EntityTypeBuilder<Series> builder)
    {
        builder.ToTable("series");
        builder.HasKey(series => new { series.PublicationId, series.Id });
        builder.HasIndex(series => new { series.PublicationId, series.Slug }).IsUnique();
    }
}

internal sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revision");
        builder.HasKey(revision => new
        {
            revision.PublicationId,
            revision.PostId,
            revision.Number,
        });
        builder.HasOne<Post>().WithMany().HasForeignKey(revision => new { revision.PublicationId, revision.PostId });
    }
}

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("correction");
        builder.HasKey(correction => new
        {
            correction.PublicationId,
            correction.PostId,
            correction.Number,
        });
        builder
            .HasOne<Post>()
            .WithMany()
            .HasForeignKey(correction => new { correction.PublicationId, correction.PostId });
    }
}

internal sealed class OldAddressTable : IEntityTypeConfiguration<OldAddress>
{
    public void Configure(EntityTypeBuilder<OldAddress> builder)
    {
        builder.ToTable("old_address");
        builder.HasKey(address => new { address.PublicationId, address.From });
    }
}
