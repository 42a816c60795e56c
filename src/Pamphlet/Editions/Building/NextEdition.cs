using Pamphlet.Posts;
using Pamphlet.Reading;

namespace Pamphlet.Editions.Building;

/// <summary>Writes only the pages that a change touches.</summary>
internal static class NextEdition
{
    public static async Task WriteAsync(
        DraftPages pages,
        TouchedFiles touched,
        ArticleReader reader,
        CancellationToken cancellationToken
    )
    {
        var needed = touched.Write.SelectMany(plan => plan.Needs).ToHashSet();
        var articles = new Dictionary<PostId, Article>();
        await foreach (var unrendered in reader.ReadAsync(needed, cancellationToken))
        {
            articles[unrendered.Card.Id] = reader.Render(unrendered);
        }

        Parallel.ForEach(
            touched.Write,
            new ParallelOptions { CancellationToken = cancellationToken },
            plan => pages.Write(plan, id => articles[id])
        );
        foreach (var path in touched.Drop)
        {
            pages.Drop(path);
        }
    }
}
