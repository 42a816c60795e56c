using FsCheck.Xunit;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Reading;

public sealed class PagedListTests
{
    [Property]
    public void From_the_first_page_older_leads_through_every_post_once(byte posts, byte size)
    {
        var paper = InventedPaper.Of(posts, postsPerPage: 1 + (size % 9));
        var catalogue = paper.Catalogue();
        var pages = SitePlan.Everything(catalogue).ToDictionary(plan => plan.Path);
        var front = (FrontPlan)pages[SitePath.From("index.html")];

        var met = front.Cards.ToList();
        for (var older = front.Older; older is not null; )
        {
            var page = (ListPlan)pages[older];
            met.AddRange(page.Cards);
            older = page.Older;
        }

        Assert.Equal(catalogue.Posts.Reverse(), met);
    }

    [Property]
    public void The_first_page_is_never_nearly_empty(byte posts)
    {
        var front = Lists.Front(InventedPaper.Of(posts, postsPerPage: 8).Catalogue());
        Assert.InRange(front.Cards.Count, Math.Min(posts, (byte)8), 15);
    }

    [Fact]
    public void A_full_page_stays_byte_for_byte_when_a_post_comes()
    {
        var (before, after) = (InventedPaper.Of(40).Files(), InventedPaper.Of(41).Files());
        var full = before.Keys.Where(path => path.StartsWith("page/", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, full.Count);
        Assert.All(full, path => Assert.Equal(before[path], after[path]));
    }
}
