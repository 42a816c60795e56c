using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Publications;

internal readonly record struct PublicationId(long Value) : IRowId<PublicationId>
{
    public static PublicationId From(long value) => new(value);
}

/// <summary>A paper: its name and what its editors settled. Every other key leads with its id.</summary>
internal sealed class Publication
{
    public const int FewestPostsPerPage = 3;
    public const int MostPostsPerPage = 30;

    public required PublicationId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The line under the name.</summary>
    public string Line { get; set; } = "";

    public required Language Language { get; set; }

    /// <summary>Where the paper lives for the world, <c>https://paper.example/</c>, or null: then nothing absolute is written.</summary>
    public string? Home { get; set; }

    /// <summary>The Atom id of the paper; after a move the old one, so that no reader's program shows old texts as new.</summary>
    public required string FeedId { get; set; }

    /// <summary>How many posts a list page holds: a page is neither a slip nor a scroll.</summary>
    public int PostsPerPage { get; set; } = 8;

    /// <summary>Whether the popular posts are counted by the server or chosen by the editors.</summary>
    public PopularBy PopularBy { get; set; } = PopularBy.Readers;

    public FinishedLook Look { get; set; } = FinishedLook.Quiet;

    /// <summary>The colour behind the words by day, <c>#fffdf8</c>; <c>""</c>: the look's.</summary>
    public string Ground { get; set; } = "";

    /// <summary>The colour of what is to be noticed, <c>#8e1f14</c>; <c>""</c>: the look's.</summary>
    public string Accent { get; set; } = "";

    public Lettering Lettering { get; set; } = Lettering.Serif;

    /// <summary>Rules of the editors' own that follow the paper's style sheet: checked, they name no address.</summary>
    public string OwnStyle { get; set; } = "";

    /// <summary>Whether feeds carry whole texts, or their beginnings.</summary>
    public bool FeedsAreWhole { get; set; } = true;

    /// <summary>Whether other sites may say that they link a text; what they say waits for an editor.</summary>
    public bool TakesMentions { get; set; }

    /// <summary>Texts that appeared on this day or later tell whom they link; null: none does.</summary>
    public DateOnly? SendsMentionsSince { get; set; }

    /// <summary>The hub that is told of new texts, and that feeds name, or <c>""</c>.</summary>
    public string Hub { get; set; } = "";

    /// <summary>True until somebody changed the starter paper: an import may then replace it.</summary>
    public bool IsStarter { get; set; }

    /// <summary>What the last built edition already shows of this paper (<see cref="Change.Number"/>).</summary>
    public long BuiltUpTo { get; set; }
}

/// <summary>What a collective chooses from before it changes a colour.</summary>
internal enum FinishedLook
{
    /// <summary>Paper and ink, in letters for long reading.</summary>
    Quiet,

    /// <summary>Heavy titles and bands.</summary>
    Broadside,

    /// <summary>One column of text; no page loads a picture.</summary>
    Plain,
}

internal enum Lettering
{
    Serif,
    Sans,
}

internal enum PopularBy
{
    Readers,
    Editors,
}

internal sealed class PublicationTable : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publication");
        builder.HasKey(paper => paper.Id);
        builder.Property(paper => paper.Id).ValueGeneratedNever();
        builder.Property(paper => paper.Look).HasDefaultValue(FinishedLook.Quiet).HasSentinel(FinishedLook.Quiet);
        builder.Property(paper => paper.Ground).HasMaxLength(7).HasDefaultValue("");
        builder.Property(paper => paper.Accent).HasMaxLength(7).HasDefaultValue("");
        builder.Property(paper => paper.Lettering).HasDefaultValue(Lettering.Serif).HasSentinel(Lettering.Serif);
        builder.Property(paper => paper.OwnStyle).HasDefaultValue("");
        builder.Property(paper => paper.TakesMentions).HasDefaultValue(false);
        builder.Property(paper => paper.Hub).HasMaxLength(500).HasDefaultValue("");
        builder.Property(paper => paper.FeedsAreWhole).HasDefaultValue(true).HasSentinel(true);
    }
}
