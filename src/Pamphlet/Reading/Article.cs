using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>A text with its words and its discussion, or as much of it as the pages need that are written.</summary>
internal sealed record Article(Card Card, RenderedText Text, IReadOnlyList<ShownComment> Comments)
{
    /// <summary>What the editors say that they changed, oldest first.</summary>
    public IReadOnlyList<ShownCorrection> Corrections { get; init; } = [];
}

/// <summary>A change of the text that readers are told of.</summary>
internal sealed record ShownCorrection(DateOnly On, string What);

/// <summary>A comment in its place; the list it stands in is in thread order.</summary>
/// <param name="PublicId">What follows <c>#c</c> in its address.</param>
/// <param name="ParentId">The <see cref="PublicId"/> of the comment it answers, or null: it answers the text.</param>
/// <param name="ParentName">Who wrote that one, or null: anonymous.</param>
/// <param name="Depth">0 for an answer to the text.</param>
/// <param name="Name">Null: anonymous.</param>
/// <param name="IsAuthor">The paper itself answers, under one of its names.</param>
/// <param name="Body">Empty where only the place is kept.</param>
internal sealed record ShownComment(
    string PublicId,
    string? ParentId,
    string? ParentName,
    int Depth,
    string? Name,
    bool IsAuthor,
    DateOnly Day,
    ShownCommentState State,
    SafeHtml Body,
    string Plain
)
{
    /// <summary>The page of the discussion on which it stands, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where the comment stands that it answers.</summary>
    public int ParentPage { get; init; } = 1;

    /// <summary>Whether that comment is still read there: nobody is sent to a place that is gone.</summary>
    public bool IsParentShown { get; init; } = true;

    /// <summary>Whether whoever wrote it got a code with which it can be taken back: none that was moved in has one.</summary>
    public bool HasCode { get; init; }

    /// <summary>A request that the editors want to write about.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The text that came of a request; null: none yet.</summary>
    public CameOfIt? Became { get; init; }

    /// <summary>Why the editors took it away, or <c>""</c>.</summary>
    public string Because { get; init; } = "";
}

/// <summary>What a reader's request led to.</summary>
internal sealed record CameOfIt(SitePath Path, string Title);

internal enum ShownCommentState
{
    Live,
    Removed,
    Withdrawn,
}
