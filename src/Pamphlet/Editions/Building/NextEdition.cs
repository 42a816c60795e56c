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
        IndexTexts index,
        CancellationToken cancellationToken
    )
    {
        var needed = NeededComments.For(touched.Write, index.Changed ?? []);
        var unrendered = await reader.ReadAsync(needed, cancellationToken).ToListAsync(cancellationToken);
        await reader.FindPicturesAsync(unrendered, cancellationToken);
        var articles = new Dictionary<PostId, Article>();
        foreach (var text in unrendered)
        {
            var article = reader.Render(text);
            articles[text.Card.Id] = article;
            await index.AddAsync(article, cancellationToken);
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
