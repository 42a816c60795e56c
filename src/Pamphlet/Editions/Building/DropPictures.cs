using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Building;

/// <summary>Takes the pictures out of a draft that its changes took off the last page that showed them.</summary>
/// <remarks>
/// Mostly none: a picture leaves the front page because a newer post came, and stands on its own post's page as before. That
/// page is found by the front page's own link. Only what no linked page shows is looked for in every text.
/// </remarks>
internal sealed class DropPictures(
    EditionDraft draft,
    ShownPictures pictures,
    PictureStore store,
    PostStore posts,
    ArticleReader reader
)
{
    /// <returns>False: it cannot be known without a whole edition.</returns>
    public async Task<bool> TryRunAsync(IReadOnlyCollection<LostMedia> lost, CancellationToken cancellationToken)
    {
        var files = lost.SelectMany(page => page.Files).ToHashSet(StringComparer.Ordinal);
        foreach (var page in lost)
        {
            files.ExceptWith(ShownWhereItLinks(page));
        }

        var owners = await store.OwnersAsync(files, cancellationToken);
        foreach (var file in files)
        {
            if (!owners.Contains(file))
            {
                return false;
            }

            var isShown = false;
            foreach (var id in owners[file].Distinct())
            {
                isShown = isShown || await IsShownAsync(id, cancellationToken);
            }

            if (pictures.IsMissed || await IsNamedAboutAsync(owners[file], cancellationToken))
            {
                return false;
            }

            if (!isShown)
            {
                draft.Drop(DraftPages.InData(SitePath.From(file)));
            }
        }

        return true;
    }

    private HashSet<string> ShownWhereItLinks(LostMedia lost)
    {
        var before = draft.Before!;
        var shown = new HashSet<string>(StringComparer.Ordinal);
        if (!before.TryFind(IndexWriter.NameOf(lost.Page), out var old))
        {
            return shown;
        }

        var path = lost.Page.Value["data/".Length..];
        foreach (var linked in MediaShown.LinkedFrom(path, before.Bytes(old.Forms.Identity)))
        {
            var isKept =
                SitePath.TryParse($"data/{linked}", out var file)
                && !draft.Files.ContainsKey(file)
                && linked.EndsWith(".html", StringComparison.Ordinal);
            if (isKept && before.TryFind(Encoding.UTF8.GetBytes($"data/{linked}"), out var page))
            {
                shown.UnionWith(MediaShown.By(before.Bytes(page.Forms.Identity)));
            }
        }

        return shown;
    }

    // What names a picture need not show it: a passage of code. So the texts that do are rendered.
    private async Task<bool> IsShownAsync(PictureId id, CancellationToken cancellationToken)
    {
        if (!pictures.Asked.Contains(id))
        {
            var naming = await posts.PublishedWithAsync(id.ToString(), cancellationToken);
            var texts = await reader
                .ReadAsync(NeededComments.For([], naming), cancellationToken)
                .ToListAsync(cancellationToken);
            await reader.FindPicturesAsync(texts, cancellationToken);
            foreach (var text in texts)
            {
                _ = reader.Render(text);
            }
        }

        return pictures.Asked.Contains(id) || await posts.LeadsAsync(id, cancellationToken);
    }

    private async Task<bool> IsNamedAboutAsync(IEnumerable<PictureId> ids, CancellationToken cancellationToken)
    {
        var names = await posts.PenNamesAsync(cancellationToken);
        var series = await posts.SeriesAsync(cancellationToken);
        return names
            .Select(name => name.About)
            .Concat(series.Select(one => one.About))
            .Any(about => ids.Any(id => about.Contains(id.ToString(), StringComparison.Ordinal)));
    }
}
