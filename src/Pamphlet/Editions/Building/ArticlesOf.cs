using Pamphlet.Comments;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>The texts that one page shows, read and rendered for it alone: for a page that no edition holds.</summary>
internal static class ArticlesOf
{
    public static async Task<Dictionary<PostId, Article>> PlanAsync(
        Database database,
        PublicationId publication,
        PagePlan plan,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var reader = new ArticleReader(
            new PostStore(database, publication),
            new CommentStore(database, publication),
            catalogue,
            await ShownPictures.AllAsync(database, publication, cancellationToken),
            new StandingComments()
        );
        var articles = new Dictionary<PostId, Article>();
        await foreach (var text in reader.ReadAsync(NeededComments.For([plan], []), cancellationToken))
        {
            articles.Add(text.Card.Id, reader.Render(text));
        }

        return articles;
    }
}
