using Pamphlet.Posts;

namespace Pamphlet.Reading;

/// <summary>Which files a paper has, and which of them a change touches.</summary>
internal static class SitePlan
{
    /// <summary>Every file of the edition that shows <paramref name="catalogue"/>.</summary>
    public static IEnumerable<PagePlan> Everything(Catalogue catalogue) => throw new NotSupportedException();

    /// <summary>
    /// The files to write again when <paramref name="before"/> became <paramref name="after"/>, and those to drop. Posts in
    /// <paramref name="changed"/> have other words, facts or comments than before.
    /// </summary>
    /// <remarks>The cost follows what changed: it may look at the neighbours of a changed post, not at every post.</remarks>
    public static TouchedFiles Touched(Catalogue before, Catalogue after, IReadOnlySet<PostId> changed) =>
        throw new NotSupportedException();
}

internal sealed record TouchedFiles(IReadOnlyList<PagePlan> Write, IReadOnlyList<Seal.SitePath> Drop);
