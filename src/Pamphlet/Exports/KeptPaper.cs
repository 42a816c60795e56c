namespace Pamphlet.Exports;

/// <summary><c>paper.json</c>. Ids are 16 hexadecimal digits; days are <c>2019-05-16</c>, moments UTC.</summary>
internal sealed record KeptPaper(
    string Format,
    int Version,
    string Name,
    string Line,
    string Language,
    string? Home,
    string FeedId,
    int PostsPerPage,
    string PopularBy,
    IReadOnlyList<KeptPenName> PenNames,
    IReadOnlyList<KeptTag> Tags,
    IReadOnlyList<KeptSeries> Series,
    IReadOnlyList<KeptAddress> OldAddresses,
    IReadOnlyList<KeptPicture> Pictures,
    KeptLook? Look = null,
    KeptMentions? Mentions = null,
    KeptDiscussion? Discussion = null
)
{
    /// <summary>What tells this file from everybody else's <c>paper.json</c>.</summary>
    public const string ThisFormat = "pamphlet-paper";

    public const int ThisVersion = 1;
}

/// <summary>Look, colours, letters, rules of its own, and whether feeds carry whole texts; exports from before have none.</summary>
internal sealed record KeptLook(
    string Ground,
    string Accent,
    string Lettering,
    string OwnStyle,
    bool FeedsAreWhole,
    string Name = "quiet"
);

/// <summary>What was settled about other papers; exports from before have none.</summary>
internal sealed record KeptMentions(bool Takes, string Hub);

internal sealed record KeptPenName(string Id, string Name, string Slug, string About);

internal sealed record KeptTag(string Id, string Name, string Slug);

internal sealed record KeptSeries(string Id, string Title, string Slug, string About);

internal sealed record KeptAddress(string From, string To, string Answer);

internal sealed record KeptPicture(
    string Id,
    int Width,
    int Height,
    string ArrivedAs,
    IReadOnlyList<KeptPictureFile> Files,
    bool IsCovered = false
);

internal sealed record KeptPictureFile(string File, int Width, int Height, string Format, string Hash);

/// <summary>The JSON beside a text.</summary>
internal sealed record KeptText(
    string Id,
    string Kind,
    string State,
    string? Path,
    string Title,
    string Subtitle,
    string Language,
    string Summary,
    DateTimeOffset? PublishedAt,
    DateTimeOffset UpdatedAt,
    string EntryId,
    string? SourceId,
    string? SourceHash,
    string? TranslationGroup,
    string? Series,
    int SeriesPlace,
    string? LeadPicture,
    string? InReplyToUrl,
    string? InReplyToTitle,
    string? InReplyToPublisher,
    string? WithdrawnBecause,
    bool CommentsOpen,
    int? MenuPlace,
    int? PickPlace,
    IReadOnlyList<KeptByline> Bylines,
    IReadOnlyList<string> Tags,
    IReadOnlyList<KeptRevision> Revisions,
    IReadOnlyList<KeptComment> Comments,
    IReadOnlyList<KeptCorrection>? Corrections = null
);

internal sealed record KeptByline(string PenName, string Role);

/// <param name="Subtitle">Null in exports from before it was kept.</param>
internal sealed record KeptRevision(
    int Number,
    string Title,
    string Markdown,
    DateOnly SavedOn,
    string? Subtitle = null,
    string? Summary = null
);

internal sealed record KeptCorrection(int Number, DateOnly On, string What);

internal sealed record KeptComment(
    string Id,
    string PublicId,
    string? Parent,
    int Depth,
    string ThreadPath,
    string State,
    string? Name,
    string? ByPenName,
    string? Markdown,
    DateOnly Day,
    string? SourceId,
    int Page = 1,
    string? CodeHash = null,
    string? RemovedBecause = null,
    DateOnly? KeptUntil = null,
    string? Standing = null,
    string? BecamePath = null,
    string? BecameTitle = null
);
