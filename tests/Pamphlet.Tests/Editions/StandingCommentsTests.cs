using Pamphlet.Editions.Building;
using Pamphlet.Posts;

namespace Pamphlet.Tests.Editions;

public sealed class StandingCommentsTests
{
    private static readonly PostId Post = new(7);
    private readonly StandingComments standing = new();

    [Fact]
    public void A_changed_page_renders_only_what_is_new()
    {
        var before = Print(1, "An old one", "Another");

        var after = Print(1, "An old one", "Another", "A *new* one");

        Assert.Same(before["An old one"], after["An old one"]);
        Assert.Same(before["Another"], after["Another"]);
        Assert.Contains("<em>new</em>", after["A *new* one"].Html.ToString(), StringComparison.Ordinal);
        Assert.Equal("A new one", after["A *new* one"].OwnWords.Trim());
    }

    [Fact]
    public void What_was_taken_back_stands_no_longer_than_its_page()
    {
        var before = Print(1, "Stays", "Taken back");

        _ = Print(1, "Stays");

        var again = Print(1, "Stays", "Taken back");
        Assert.Same(before["Stays"], again["Stays"]);
        Assert.NotSame(before["Taken back"], again["Taken back"]);
    }

    [Fact]
    public void A_page_that_is_gone_leaves_nothing()
    {
        _ = Print(2, "The only one");

        standing.Loosen(Post, new HashSet<int> { 2 });
        standing.Settle();

        Assert.Equal(0, standing.Count);
    }

    [Fact]
    public void Another_page_stays_as_it_is()
    {
        var other = Print(2, "Elsewhere");

        _ = Print(1, "Here");

        Assert.Same(other["Elsewhere"], standing.Page(Post, 2, ["Elsewhere"], isWhole: false)["Elsewhere"]);
        Assert.Equal(2, standing.Count);
    }

    [Fact]
    public void Some_of_a_page_are_not_kept_as_if_they_were_all()
    {
        var whole = Print(1, "First", "Second");

        _ = standing.Page(Post, 1, ["Second"], isWhole: false);
        _ = standing.Page(new PostId(8), 1, ["A newest one"], isWhole: false);
        standing.Settle();

        Assert.Same(whole["First"], standing.Page(Post, 1, ["First"], isWhole: false)["First"]);
        Assert.Equal(1, standing.Count);
    }

    [Fact]
    public void What_stands_is_bounded_and_the_longest_untouched_goes_first()
    {
        var length = StandingComments.MostCharacters / 10;
        for (var page = 1; page <= 12; page++)
        {
            _ = Print(page, new string('a', length) + page);
        }

        // Each is a tenth as sent; its HTML and its words, cut where a comment ends, come on top.
        Assert.InRange(standing.Count, 2, 9);
        Assert.Equal(standing.Count, Enumerable.Range(1, 12).Count(Stands));
        Assert.True(Stands(12));
        Assert.False(Stands(1));

        bool Stands(int page)
        {
            var text = new string('a', length) + page;
            return ReferenceEquals(
                standing.Page(Post, page, [text], isWhole: false)[text],
                standing.Page(Post, page, [text], isWhole: false)[text]
            );
        }
    }

    private IReadOnlyDictionary<string, RenderedComment> Print(int page, params string[] texts)
    {
        standing.Loosen(Post, new HashSet<int> { page });
        var printed = standing.Page(Post, page, texts, isWhole: true);
        standing.Settle();
        return printed;
    }
}
