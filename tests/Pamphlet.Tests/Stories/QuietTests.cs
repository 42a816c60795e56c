using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories;

public sealed class QuietTests(PaperFixture papers)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task No_page_asks_another_host(bool scripts)
    {
        var paper = await papers.Sample;

        Checkout.Nobody((await paper.LoadAsync(scripts)).Strangers);
    }

    [Fact]
    public async Task A_page_loads_its_own_style_and_pictures_and_nothing_else()
    {
        var paper = await papers.Sample;

        var kinds = (await paper.LoadAsync(scripts: false)).Kinds;

        Assert.Contains("stylesheet", kinds);
        Checkout.Nobody(kinds.Where(kind => kind is not ("document" or "stylesheet" or "image")));
    }
}
