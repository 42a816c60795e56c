using FsCheck.Xunit;
using Pamphlet.Posts;
using Pamphlet.Reading;

namespace Pamphlet.Tests.Reading;

public sealed class TouchedTests
{
    [Property(MaxTest = 60)]
    public void Old_files_with_the_touched_ones_are_what_all_written_anew_would_be(byte posts, ulong[] script) =>
        Follow(InventedPaper.Of(posts % 45), script);

    // The limits of feeds, discussions and the sitemap's parts lie beyond what chance builds from nothing.
    [Theory]
    [InlineData(998, 1u)]
    [InlineData(1001, 2u)]
    [InlineData(1001, 3u)]
    public void So_it_is_on_a_large_paper(int posts, uint seed)
    {
        var paper = InventedPaper.Of(posts);
        var discussed = paper.Posts.Values.Select(post =>
            post.Id.Value % 9 == 0
                ? post with
                {
                    Comments = [new DateOnly(2020, 1, 1).AddDays((int)post.Id.Value % 50)],
                }
                : post
        );
        var dice = new Dice(seed);
        Follow(
            paper with
            {
                Posts = discussed.ToDictionary(post => post.Id),
            },
            [.. Enumerable.Range(0, 12).Select(_ => (ulong)dice.Below(int.MaxValue))]
        );
    }

    [Fact]
    public void Every_kind_of_edit_alone_touches_what_it_should()
    {
        for (var kind = 0; kind < Edits.Kinds; kind++)
        {
            for (var seed = 0; seed < 6; seed++)
            {
                Follow(InventedPaper.Of(30), [((ulong)seed * (ulong)Edits.Kinds) + (ulong)kind]);
            }
        }
    }

    [Fact]
    public void Publishing_one_post_touches_as_many_files_of_twenty_thousand_as_of_two()
    {
        var small = FilesTouchedByOnePost(2_000);
        var large = FilesTouchedByOnePost(20_000);
        Assert.Equal(small, large);
        Assert.InRange(large, 10, 25);
    }

    private static int FilesTouchedByOnePost(int posts)
    {
        var paper = InventedPaper.Of(posts, postsPerPage: 8);
        // The month of the newest is as full in both, and the year.
        var post = InventedPaper.Invent(posts) with
        {
            Id = new PostId(posts + 1),
            Path = "2100/01/the-newest.html",
        };
        var before = paper.Catalogue();
        var after = before.With(new CatalogueChange { Put = [post.Card(paper)] });
        var touched = SitePlan.Touched(before, after, new HashSet<PostId> { post.Id });
        Assert.Empty(touched.Drop);
        return touched.Write.Count;
    }

    private static void Follow(InventedPaper paper, ulong[] script)
    {
        var files = paper.Files();
        var catalogue = paper.Catalogue();
        foreach (var seed in script)
        {
            var kind = (int)(seed % (ulong)Edits.Kinds);
            var (after, changed) = Edits.Throw(paper, new Dice(seed / (ulong)Edits.Kinds), kind);
            var next = catalogue.With(Between(paper, after));
            Apply(SitePlan.Touched(catalogue, next, changed), files, plan => after.Write(plan, next));
            AssertSame(after.Files(), files, $"after an edit of kind {kind}");
            (paper, catalogue) = (after, next);
        }
    }

    private static void Apply(TouchedFiles touched, Dictionary<string, string> files, Func<PagePlan, string> write)
    {
        foreach (var path in touched.Drop)
        {
            files.Remove(path.Value);
        }

        foreach (var plan in touched.Write)
        {
            files[plan.Path.Value] = write(plan);
        }
    }

    private static CatalogueChange Between(InventedPaper before, InventedPaper after) =>
        new()
        {
            Paper = after.Paper,
            Put =
            [
                .. after
                    .Posts.Values.Where(post =>
                        !ReferenceEquals(before.Posts.GetValueOrDefault(post.Id), post)
                        || !ReferenceEquals(before.Renamed, after.Renamed)
                    )
                    .Select(post => post.Card(after)),
            ],
            Gone = [.. before.Posts.Keys.Except(after.Posts.Keys)],
            PenNames = after.PenNames,
            Series = after.Series,
            Withdrawn = after.Withdrawn,
            Addresses = after.Addresses,
            Popular = after.Popular,
        };

    private static void AssertSame(Dictionary<string, string> expected, Dictionary<string, string> actual, string when)
    {
        Assert.Equal(expected.Keys.Except(actual.Keys), []);
        Assert.Equal(actual.Keys.Except(expected.Keys), []);
        foreach (var (path, content) in expected)
        {
            Assert.True(string.Equals(content, actual[path], StringComparison.Ordinal), $"{path} is stale {when}");
        }
    }
}
