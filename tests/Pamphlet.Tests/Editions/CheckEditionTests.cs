using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions.Building;

namespace Pamphlet.Tests.Editions;

public sealed class CheckEditionTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain")]
    [InlineData("gzip")]
    [InlineData("brotli")]
    public async Task A_bit_that_flipped_in_any_form_of_a_page_is_found_and_the_page_made_anew(string form)
    {
        await using var database = await TestDatabase.CreateAsync();
        await new RandomEditor(database, 3).FoundAsync();
        using var test = new TestShelf();
        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(Now);
        var shrink = new ShrinkEdition(test.Shelf, TimeProvider.System) { Rests = false };
        await press.ShrinkAsync(await shrink.NextAsync(Now), Now);
        var check = new CheckEdition(test.Shelf, TimeProvider.System);
        Assert.True(await check.RunAsync(Now));
        var expected = TestShelf.Read(test.Shelf.Current);

        Assert.True(test.Shelf.Current!.TryFind("data/index.html"u8, out var page));
        var place =
            form == "plain" ? page.Forms.Identity
            : form == "gzip" ? page.Forms.Gzip
            : page.Forms.Brotli;
        test.Flip(test.Shelf.Current.Bytes(place).ToArray());

        Assert.False(await check.RunAsync(Now));
        Assert.True(await press.PublishAsync(Now));
        Assert.True(await check.RunAsync(Now));
        Assert.Equal(expected, TestShelf.Read(test.Shelf.Current));
        Assert.False(await press.PublishAsync(Now));
    }

    [Fact]
    public async Task Brotli_forms_change_nothing_but_how_many_bytes_travel()
    {
        await using var database = await TestDatabase.CreateAsync();
        await new RandomEditor(database, 3).FoundAsync();
        using var test = new TestShelf();
        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(Now);
        var before = test.Shelf.Current!;
        var files = TestShelf.Read(before);
        var shrink = new ShrinkEdition(test.Shelf, TimeProvider.System) { Rests = false };

        var denser = await shrink.NextAsync(Now);
        await press.ShrinkAsync(denser, Now);
        test.Reopen();

        var after = test.Shelf.Current!;
        Assert.Equal(before.Number, after.Number);
        Assert.Equal(files, TestShelf.Read(after));
        Assert.NotEmpty(denser);
        Assert.All(
            after.Files().Where(file => file.Entry.Forms.Brotli.Exists),
            file => Assert.True(file.Entry.Forms.Brotli.Length < file.Entry.Forms.Gzip.Length)
        );
        Assert.True(after.TryFind("data/index.html"u8, out var front));
        Assert.True(front.Forms.Brotli.Exists);
        Assert.Empty(await new ShrinkEdition(test.Shelf, TimeProvider.System).NextAsync(Now));
    }
}
