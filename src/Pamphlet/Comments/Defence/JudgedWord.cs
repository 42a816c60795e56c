using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Publications;

namespace Pamphlet.Comments.Defence;

/// <summary>How often a word stood in comments that this paper's editors published, and in those they removed.</summary>
internal sealed class JudgedWord
{
    public required PublicationId PublicationId { get; init; }

    /// <summary>A hash of the word or of two in a row; the word itself is kept nowhere.</summary>
    public required long Word { get; init; }

    public int Published { get; set; }

    public int Removed { get; set; }
}

internal sealed class JudgedWordTable : IEntityTypeConfiguration<JudgedWord>
{
    public void Configure(EntityTypeBuilder<JudgedWord> builder)
    {
        builder.ToTable("judged_word");
        builder.HasKey(word => new { word.PublicationId, word.Word });
        builder.Property(word => word.Word).ValueGeneratedNever();
    }
}
