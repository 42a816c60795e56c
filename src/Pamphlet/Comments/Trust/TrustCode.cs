using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Publications;

namespace Pamphlet.Comments.Trust;

/// <summary>
/// A code whose bearer's comments need not wait. It stands beside no comment and no person, and is another after each use, so that
/// no row ties two comments together.
/// </summary>
internal sealed class TrustCode
{
    public required PublicationId PublicationId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] Hash { get; init; }

    public required TrustLevel Level { get; init; }

    /// <summary>The last day on which it is good.</summary>
    public required DateOnly GoodUntil { get; init; }
}

internal enum TrustLevel
{
    /// <summary>For three published comments.</summary>
    Earned,

    /// <summary>Given out by the editors.</summary>
    Invited,
}

internal sealed class TrustCodeTable : IEntityTypeConfiguration<TrustCode>
{
    public void Configure(EntityTypeBuilder<TrustCode> builder)
    {
        builder.ToTable("trust_code");
        builder.HasKey(code => new { code.PublicationId, code.Hash });
        builder.HasOne<Publication>().WithMany().HasForeignKey(code => code.PublicationId);
    }
}
