using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Editions;

/// <summary>A place among the most read: the order of a few titles, renewed at most weekly, and no number of anything.</summary>
internal sealed class PopularRank
{
    public required PublicationId PublicationId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Rank { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>The day of the renewal.</summary>
    public required DateOnly Since { get; init; }
}

internal sealed class PopularRankTable : IEntityTypeConfiguration<PopularRank>
{
    public void Configure(EntityTypeBuilder<PopularRank> builder)
    {
        builder.ToTable("popular_rank");
        builder.HasKey(rank => new { rank.PublicationId, rank.Rank });
    }
}
