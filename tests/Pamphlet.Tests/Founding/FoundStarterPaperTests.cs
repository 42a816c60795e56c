using Pamphlet.Founding;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Founding;

public sealed class FoundStarterPaperTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_empty_house_becomes_a_paper_that_shows_an_essay_and_an_interview(TestDatabase database)
    {
        await using (var open = database.Open())
        {
            await FoundStarterPaper.RunAsync(open, Now);
        }

        await using var again = database.Open();
        var paper = (await new PublicationStore(again).FirstAsync(Now))!;
        var posts = new PostStore(again, paper.Id);
        var facts = await posts.PublishedFactsAsync(null, Now);

        Assert.True(paper.IsStarter);
        Assert.Equal(3, facts.Count(post => post.Kind == PostKind.Post));
        Assert.Equal(
            ["About", "Contact"],
            facts.Where(post => post.MenuPlace is not null).OrderBy(post => post.MenuPlace).Select(post => post.Title)
        );
        var texts = await posts.PublishedTextsAsync(null, Now).ToListAsync(Now);
        Assert.Contains(texts, text => text.Markdown.Contains("[^1]:", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Markdown.Contains("::: interview", StringComparison.Ordinal));
        Assert.Single(await new PublicationStore(again).ChangesAsync(paper.Id, Now));
    }
}
