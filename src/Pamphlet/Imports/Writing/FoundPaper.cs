using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Founding;
using Pamphlet.Imports.Entries;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Makes the paper that an export is imported into: a new one, or the starter paper emptied and renamed. What somebody named
/// keeps its name; what the starter paper said, and nobody changed, makes room.
/// </summary>
internal static class FoundPaper
{
    public static async Task RunAsync(
        Database database,
        KnownPaper known,
        PublicationId id,
        SourceBlog blog,
        Language language,
        bool keepsName,
        CancellationToken cancellationToken
    )
    {
        var feedId = blog.FeedId.Length == 0 ? $"urn:pamphlet:{id.Value:x16}" : blog.FeedId;
        if (!known.IsReplaced)
        {
            await JoinAsync(database, known, blog, feedId, cancellationToken);
            return;
        }

        if (known.Paper is null)
        {
            database.Add(
                new Publication
                {
                    Id = id,
                    Name = Name(blog),
                    Line = Line(blog),
                    Language = language,
                    FeedId = feedId,
                }
            );
        }
        else
        {
            await EmptyAsync(database, id, cancellationToken);
            var paper = await database.Set<Publication>().SingleAsync(one => one.Id == id, cancellationToken);
            // Whoever named it also chose its language.
            var isNamed = keepsName || !paper.Name.Equals(FoundStarterPaper.Name, StringComparison.Ordinal);
            paper.Language = isNamed ? paper.Language : language;
            NameOnce(paper, blog);
            (paper.FeedId, paper.IsStarter) = (feedId, false);
        }

        database.Add(new Change { PublicationId = id, Kind = ChangeKind.Paper });
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    /// <summary>The paper has words of its own. What the starter paper still says in it makes room for what was moved in.</summary>
    private static async Task JoinAsync(
        Database database,
        KnownPaper known,
        SourceBlog blog,
        string feedId,
        CancellationToken cancellationToken
    )
    {
        var paper = await database.Set<Publication>().SingleAsync(one => one.Id == known.Paper!.Id, cancellationToken);
        NameOnce(paper, blog);
        // A paper that never published has no reader yet who knows its feed by a name.
        paper.FeedId = paper.IsStarter ? feedId : paper.FeedId;
        // From now on it holds somebody's texts, which no later import may take the place of.
        paper.IsStarter = false;
        await LeaveStarter.TextsAsync(database, known, cancellationToken);
        if (database.ChangeTracker.HasChanges())
        {
            database.Add(new Change { PublicationId = paper.Id, Kind = ChangeKind.Paper });
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    // What the starter paper is called, nobody chose.
    private static void NameOnce(Publication paper, SourceBlog blog)
    {
        paper.Name = paper.Name.Equals(FoundStarterPaper.Name, StringComparison.Ordinal) ? Name(blog) : paper.Name;
        paper.Line = paper.Line.Equals(FoundStarterPaper.Line, StringComparison.Ordinal) ? Line(blog) : paper.Line;
    }

    private static string Name(SourceBlog blog) => CleanName.Of(blog.Title) is { Length: > 0 } title ? title : "Blog";

    private static string Line(SourceBlog blog) => CleanName.Of(PlainWords.Of(blog.Line));

    /// <summary>Takes the starter paper out of the house; its row stays.</summary>
    public static async Task EmptyAsync(Database database, PublicationId id, CancellationToken cancellationToken)
    {
        await new SearchIndex(database).ClearAsync(id.Value, cancellationToken);
        await Gone<Comment>(row => row.PublicationId == id);
        await Gone<Revision>(row => row.PublicationId == id);
        await Gone<Byline>(row => row.PublicationId == id);
        await Gone<PostTag>(row => row.PublicationId == id);
        await Gone<Post>(row => row.PublicationId == id);
        await Gone<PenName>(row => row.PublicationId == id);
        await Gone<Tag>(row => row.PublicationId == id);
        await Gone<Series>(row => row.PublicationId == id);
        await Gone<OldAddress>(row => row.PublicationId == id);
        await Gone<PictureFile>(row => row.PublicationId == id);
        await Gone<Picture>(row => row.PublicationId == id);

        Task<int> Gone<T>(System.Linq.Expressions.Expression<Func<T, bool>> ours)
            where T : class => database.Set<T>().Where(ours).ExecuteDeleteAsync(cancellationToken);
    }
}
