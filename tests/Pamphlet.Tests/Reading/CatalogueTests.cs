using Pamphlet.Posts;
using Pamphlet.Reading;

namespace Pamphlet.Tests.Reading;

public sealed class CatalogueTests
{
    [Fact]
    public void A_change_leaves_the_catalogue_before_as_it_was()
    {
        var paper = InventedPaper.Of(5);
        var before = paper.Catalogue();
        var after = before.With(
            new CatalogueChange { Put = [InventedPaper.Invent(6).Card(paper)], Gone = [new PostId(2)] }
        );
        Assert.Equal([1, 2, 3, 4, 5], before.Posts.Select(card => card.Id.Value));
        Assert.Equal([1, 3, 4, 5, 6], after.Posts.Select(card => card.Id.Value));
        Assert.False(after.TryGet(new PostId(2), out _));
    }

    [Fact]
    public void A_text_that_changes_its_date_stands_once_and_in_its_new_place()
    {
        var paper = InventedPaper.Of(5);
        var moved = paper.Posts[new PostId(1)] with { Published = paper.Posts[new PostId(3)].Published.AddHours(1) };
        var after = paper.Catalogue().With(new CatalogueChange { Put = [moved.Card(paper)] });
        Assert.Equal([2, 3, 1, 4, 5], after.Posts.Select(card => card.Id.Value));
    }

    [Fact]
    public void Two_texts_at_one_path_and_moment_are_our_mistake()
    {
        var paper = InventedPaper.Of(1);
        var twin = paper.Posts[new PostId(1)] with { Path = InventedPaper.Invent(1).Path };
        var card = twin.Card(paper) with { Id = new PostId(2) };
        var before = paper.Catalogue();
        Assert.Throws<ArgumentException>(() => before.With(new CatalogueChange { Put = [card] }));
        var none = InventedPaper.Of(0).Catalogue();
        Assert.Throws<ArgumentException>(() => none.With(new CatalogueChange { Put = [card, twin.Card(paper)] }));
    }

    [Fact]
    public void A_popular_text_that_went_is_not_popular()
    {
        var paper = InventedPaper.Of(3) with { Popular = [new PostId(3), new PostId(1)] };
        var after = paper.Catalogue().With(new CatalogueChange { Gone = [new PostId(3)] });
        Assert.Equal([new PostId(1)], after.Popular);
    }
}
