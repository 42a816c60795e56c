using Pamphlet.Posts;
using Pamphlet.Rendering;

namespace Pamphlet.Editions.Building;

/// <summary>
/// Readers' comments as the last printings set them, in memory alone: one more on a page must not render the two hundred beside it again.
/// </summary>
/// <remarks>
/// What somebody took back must not stand here longer than in the edition: a changed page is loosened first, and only what the next
/// printing still shows is kept of it. One printing at a time, one text after the other.
/// </remarks>
internal sealed class StandingComments
{
    /// <summary>Ten pages of long comments, some 8 MB; of more, the pages longest untouched are rendered again.</summary>
    public const int MostCharacters = 4_000_000;

    private readonly Dictionary<(PostId Post, int Page), StandingPage> pages = [];
    private readonly Dictionary<string, RenderedComment> loose = [];
    private long printings;

    /// <summary>How many pages of discussions stand.</summary>
    public int Count => pages.Count;

    /// <summary>Before a printing: what stands on changed pages is kept only where it is asked for again.</summary>
    /// <param name="only">The changed pages; null: any page of that discussion may have.</param>
    public void Loosen(PostId post, IReadOnlySet<int>? only)
    {
        foreach (var at in pages.Keys.Where(at => at.Post == post && only?.Contains(at.Page) != false).ToList())
        {
            pages.Remove(at, out var page);
            foreach (var (markdown, rendered) in page!.Comments)
            {
                loose[markdown] = rendered;
            }
        }
    }

    /// <summary>Renders what does not stand yet.</summary>
    /// <param name="isWhole">Whether these are all of the page; some of it are never kept.</param>
    public IReadOnlyDictionary<string, RenderedComment> Page(
        PostId post,
        int page,
        IEnumerable<string> texts,
        bool isWhole
    )
    {
        var standing = pages.GetValueOrDefault((post, page))?.Comments;
        var rendered = new Dictionary<string, RenderedComment>(StringComparer.Ordinal);
        foreach (var markdown in texts)
        {
            rendered[markdown] =
                standing?.GetValueOrDefault(markdown)
                ?? loose.GetValueOrDefault(markdown)
                ?? RenderedComment.Of(markdown);
        }

        if (isWhole)
        {
            pages[(post, page)] = new StandingPage(rendered, ++printings);
        }

        return rendered;
    }

    /// <summary>After a printing.</summary>
    public void Settle()
    {
        loose.Clear();
        while (pages.Values.Sum(page => page.Characters) > MostCharacters)
        {
            pages.Remove(pages.MinBy(page => page.Value.Printed).Key);
        }
    }

    /// <summary>Before everything is printed anew.</summary>
    public void Clear()
    {
        pages.Clear();
        loose.Clear();
    }

    private sealed record StandingPage(Dictionary<string, RenderedComment> Comments, long Printed)
    {
        public long Characters { get; } =
            Comments.Sum(one => (long)one.Key.Length + one.Value.Html.ToString().Length + one.Value.OwnWords.Length);
    }
}

/// <param name="OwnWords">Without what it quotes.</param>
internal sealed record RenderedComment(SafeHtml Html, string OwnWords)
{
    public static RenderedComment Of(string markdown) =>
        new(CommentRenderer.Render(markdown), CommentRenderer.OwnWords(markdown));
}
