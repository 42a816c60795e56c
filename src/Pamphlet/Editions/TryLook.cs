using System.Buffers;
using Pamphlet.Editions.Building;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions;

/// <summary>The paper's own pages as they would look otherwise, for whoever chooses: nothing of it is kept.</summary>
internal sealed class TryLook(Database database, Publication publication, Press press)
{
    /// <summary>The front page, a text, or the style sheet; null: another page, and those look as they do.</summary>
    public async Task<byte[]?> WriteAsync(SitePath path, Theme theme, CancellationToken cancellationToken)
    {
        var printed = await press.CatalogueAsync(cancellationToken);
        var catalogue = printed.With(new CatalogueChange { Paper = printed.Paper with { Theme = theme } });
        if (PlanOf(path, catalogue) is not { } plan)
        {
            return null;
        }

        var articles = await ArticlesOf.PlanAsync(database, publication.Id, plan, catalogue, cancellationToken);
        var page = new ArrayBufferWriter<byte>(64 * 1024);
        PageWriter.Write(plan, catalogue, id => articles[id], page);
        return page.WrittenSpan.ToArray();
    }

    private static PagePlan? PlanOf(SitePath path, Catalogue catalogue) =>
        path == Files.Front ? Lists.Front(catalogue)
        : path == Files.Style ? new StylePlan()
        : catalogue.Posts.FirstOrDefault(card => card.Path == path) is { } post ? new PostPlan(post)
        : catalogue.Pages.FirstOrDefault(card => card.Path == path) is { } page ? new StandingPlan(page)
        : null;
}
