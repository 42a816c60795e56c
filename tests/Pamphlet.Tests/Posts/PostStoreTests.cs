using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Posts;

public sealed class PostStoreTests
{
    private static readonly PublicationId Paper = new(1);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_not_published_leaves_through_no_public_door(TestDatabase database)
    {
        await using (var open = database.Open())
        {
            open.Add(
                new Publication
                {
                    Id = Paper,
                    Name = "Paper",
                    Language = Language.Vietnamese,
                    FeedId = "urn:test",
                }
            );
            open.AddRange(Enum.GetValues<PostState>().Select((state, i) => A(i + 1, state, $"2026/11/{state}.html")));
            // A draft may remember an address that it had; it is still a draft.
            open.Add(A(100, PostState.Draft, null));
            await open.SaveChangesAsync(Now);
        }

        await using var again = database.Open();
        var store = new PostStore(again, Paper);

        Assert.Equal(["Published"], (await store.PublishedFactsAsync(null, Now)).Select(post => post.Title));
        Assert.Equal(
            ["Text of Published"],
            await store.PublishedTextsAsync(null, Now).Select(text => text.Markdown).ToListAsync(Now)
        );
        Assert.Equal(["2026/11/Withdrawn.html"], (await store.WithdrawnAsync(Now)).Select(post => post.Path));
        Assert.Empty(await new PostStore(again, new PublicationId(2)).PublishedFactsAsync(null, Now));
    }

    [Theory, EachDatabase]
    public async Task Names_stand_in_the_order_in_which_they_signed(TestDatabase database)
    {
        await using (var open = database.Open())
        {
            open.Add(
                new Publication
                {
                    Id = Paper,
                    Name = "Paper",
                    Language = Language.English,
                    FeedId = "urn:test",
                }
            );
            var post = A(1, PostState.Published, "2026/11/a.html");
            foreach (var (place, name) in ((int, long)[])[(2, 20), (1, 30), (3, 10)])
            {
                open.Add(
                    new PenName
                    {
                        PublicationId = Paper,
                        Id = new PenNameId(name),
                        Name = $"Name {name}",
                        Slug = $"name-{name}",
                    }
                );
                post.Bylines.Add(
                    new Byline
                    {
                        PublicationId = Paper,
                        PostId = post.Id,
                        Place = place,
                        PenNameId = new PenNameId(name),
                    }
                );
            }

            open.Add(post);
            await open.SaveChangesAsync(Now);
        }

        await using var again = database.Open();
        var facts = Assert.Single(await new PostStore(again, Paper).PublishedFactsAsync([new PostId(1)], Now));

        Assert.Equal([30, 20, 10], facts.Bylines.Select(byline => byline.PenNameId.Value));
    }

    private static Post A(long id, PostState state, string? path) =>
        new()
        {
            PublicationId = Paper,
            Id = new PostId(id),
            Kind = PostKind.Post,
            State = state,
            Path = path,
            Title = $"{state}",
            Language = Language.English,
            Markdown = $"Text of {state}",
            PublishedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            EntryId = $"urn:test:{id}",
        };
}
