using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

public sealed class ReadNextTests
{
    [Fact]
    public void Neighbours_by_date_are_in_the_text_s_own_language()
    {
        var next = After(
            3,
            Text(1),
            Text(2) with
            {
                Language = Language.English,
            },
            Text(3),
            Text(4) with
            {
                Language = Language.English,
            },
            Text(5)
        );
        Assert.Equal((1, 5), (next.Older!.Id.Value, next.Newer!.Id.Value));
    }

    [Fact]
    public void Related_are_older_and_those_with_most_shared_tags_come_first()
    {
        var next = After(
            6,
            Text(1) with
            {
                Tags = ["a", "b"],
            },
            Text(2) with
            {
                Tags = ["a"],
            },
            Text(3) with
            {
                Tags = ["a"],
            },
            Text(4) with
            {
                Tags = ["c"],
            },
            Text(5),
            Text(6) with
            {
                Tags = ["a", "b"],
            },
            Text(7),
            Text(8) with
            {
                Tags = ["a", "b"],
            }
        );
        Assert.Equal([1, 3, 2], next.Related.Select(card => card.Id.Value));
    }

    [Fact]
    public void A_series_is_read_in_its_order_and_not_by_date()
    {
        var next = After(
            2,
            Text(1) with
            {
                Series = "xuong",
                Place = 3,
            },
            Text(2) with
            {
                Series = "xuong",
                Place = 2,
            },
            Text(3) with
            {
                Series = "xuong",
                Place = 1,
            }
        );
        Assert.Equal((3, 1), (next.SeriesBefore!.Id.Value, next.SeriesAfter!.Id.Value));
    }

    [Fact]
    public void Nothing_is_named_twice_among_related_and_neighbours()
    {
        var next = After(
            3,
            Text(1) with
            {
                Tags = ["a"],
            },
            Text(2) with
            {
                Tags = ["a"],
            },
            Text(3) with
            {
                Tags = ["a"],
            }
        );
        Assert.Equal(2, next.Older!.Id.Value);
        Assert.Equal([1], next.Related.Select(card => card.Id.Value));
    }

    private static InventedPost Text(int number) => InventedPaper.Invent(number) with { Tags = [] };

    private static ReadNext After(int id, params InventedPost[] posts)
    {
        var paper = new InventedPaper { Posts = posts.ToDictionary(post => post.Id) };
        var catalogue = paper.Catalogue();
        return ReadNext.For(catalogue[new PostId(id)], catalogue);
    }
}
