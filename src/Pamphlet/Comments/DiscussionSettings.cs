using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Comments;

/// <summary>What the editors settled about all discussions of a paper, and what its brakes settled by themselves.</summary>
internal sealed class DiscussionSettings
{
    public required PublicationId PublicationId { get; init; }

    public DiscussionMode Mode { get; set; } = DiscussionMode.Open;

    /// <summary>Whether a comment without anything odd appears before an editor read it.</summary>
    public bool PublishesAtOnce { get; set; }

    /// <summary>Whether publishing and removing need two editors.</summary>
    public bool NeedsTwo { get; set; }

    /// <summary>Discussions close so many days after their text appeared; null: never by themselves.</summary>
    public int? ClosesAfterDays { get; set; }

    /// <summary>Until then everything waits, whoever wrote it: too much came at once.</summary>
    public DateTimeOffset? HoldUntil { get; set; }

    /// <summary>An editor holds everything, until an editor says otherwise.</summary>
    public bool IsHeldByHand { get; set; }

    /// <summary>Hosts to which a link makes a comment wait, one a line.</summary>
    public string UnwantedHosts { get; set; } = "";

    /// <summary>How many comments may wait; more are asked to come back later.</summary>
    public int MostWaiting { get; set; } = 5000;

    /// <summary>More under one text in ten minutes make that discussion hold everything.</summary>
    public int PerTextInTenMinutes { get; set; } = 10;

    /// <summary>More in an hour make the whole paper hold everything.</summary>
    public int PerHour { get; set; } = 60;

    /// <summary>Seconds in which one of tor's circuits earns another comment.</summary>
    public int SecondsPerCircuit { get; set; } = 20;

    /// <summary>How many a circuit may send at once.</summary>
    public int AtOncePerCircuit { get; set; } = 3;

    /// <summary>How many comments taught the word counts as published, and as removed.</summary>
    public int JudgedPublished { get; set; }

    /// <inheritdoc cref="JudgedPublished"/>
    public int JudgedRemoved { get; set; }
}

/// <summary>One text's own settings, where they differ from the paper's.</summary>
internal sealed class PostDiscussion
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>Null: as the paper has it.</summary>
    public DiscussionMode? Mode { get; set; }

    public bool IsHeldByHand { get; set; }

    public DateTimeOffset? HoldUntil { get; set; }
}

/// <summary>Who may write.</summary>
internal enum DiscussionMode
{
    Open,
    TrustedOnly,
    Closed,
}

internal sealed class DiscussionSettingsTable : IEntityTypeConfiguration<DiscussionSettings>
{
    public void Configure(EntityTypeBuilder<DiscussionSettings> builder)
    {
        builder.ToTable("discussion_settings");
        builder.HasKey(settings => settings.PublicationId);
        builder.HasOne<Publication>().WithMany().HasForeignKey(settings => settings.PublicationId);
    }
}

internal sealed class PostDiscussionTable : IEntityTypeConfiguration<PostDiscussion>
{
    public void Configure(EntityTypeBuilder<PostDiscussion> builder)
    {
        builder.ToTable("post_discussion");
        builder.HasKey(discussion => new { discussion.PublicationId, discussion.PostId });
        builder
            .HasOne<Post>()
            .WithMany()
            .HasForeignKey(discussion => new { discussion.PublicationId, discussion.PostId });
    }
}
