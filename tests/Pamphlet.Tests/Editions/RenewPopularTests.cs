using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions.Building;

namespace Pamphlet.Tests.Editions;

public sealed class RenewPopularTests
{
    // Far beyond what the blur can move: the chance that noise of this scale reaches it is below one in a million million.
    private const int Many = 400;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly PopularCount popular = new();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_most_read_come_first_and_what_was_counted_is_forgotten(TestDatabase database)
    {
        await FoundAsync(database, PopularBy.Readers);
        using var test = new TestShelf();
        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(Now);
        var cards = (await press.CatalogueAsync(Now)).Posts;
        Read(cards[0].Path.Value, 2 * Many);
        Read(cards[1].Path.Value, 4 * Many);

        Assert.True(await Renew(database, press).RunAsync(Now));

        Assert.Equal([cards[1].Id, cards[0].Id], (await RanksAsync(database)).Take(2));
        Assert.Equal(0, popular.Of(Page(cards[1].Path.Value)));
        Assert.True(await press.PublishAsync(Now));
        Assert.Equal(cards[1].Id, (await press.CatalogueAsync(Now)).Popular.First());
    }

    [Fact]
    public async Task An_order_stands_for_a_week()
    {
        await using var database = await TestDatabase.CreateAsync();
        await FoundAsync(database, PopularBy.Readers);
        using var test = new TestShelf();
        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(Now);
        var cards = (await press.CatalogueAsync(Now)).Posts;
        Read(cards[0].Path.Value, Many);
        Assert.True(await Renew(database, press).RunAsync(Now));

        Read(cards[1].Path.Value, 4 * Many);
        time.Advance(TimeSpan.FromDays(6));
        Assert.False(await Renew(database, press).RunAsync(Now));
        Assert.Equal(cards[0].Id, (await RanksAsync(database))[0]);

        time.Advance(TimeSpan.FromDays(1));
        Assert.True(await Renew(database, press).RunAsync(Now));
        Assert.Equal(cards[1].Id, (await RanksAsync(database))[0]);
    }

    [Fact]
    public async Task Editors_who_choose_themselves_are_not_overruled()
    {
        await using var database = await TestDatabase.CreateAsync();
        await FoundAsync(database, PopularBy.Editors);
        using var test = new TestShelf();
        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(Now);

        Read((await press.CatalogueAsync(Now)).Posts[0].Path.Value, Many);

        Assert.False(await Renew(database, press).RunAsync(Now));
        Assert.Empty(await RanksAsync(database));
    }

    private RenewPopular Renew(TestDatabase database, Press press) => new(database.Address, press, popular, time);

    private static ulong Page(string path) => PathHash.Of(Encoding.UTF8.GetBytes($"data/{path}"));

    private void Read(string path, int times)
    {
        for (var i = 0; i < times; i++)
        {
            popular.Seen(Page(path));
        }
    }

    private static async Task FoundAsync(TestDatabase database, PopularBy by)
    {
        await new RandomEditor(database, 11).FoundAsync();
        await using var open = database.Open();
        await open.Set<Publication>().ExecuteUpdateAsync(set => set.SetProperty(paper => paper.PopularBy, by), Now);
    }

    private static async Task<List<PostId>> RanksAsync(TestDatabase database)
    {
        await using var open = database.Open();
        return await open.Set<PopularRank>().OrderBy(rank => rank.Rank).Select(rank => rank.PostId).ToListAsync(Now);
    }
}
