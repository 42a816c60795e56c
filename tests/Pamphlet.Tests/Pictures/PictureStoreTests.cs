using Pamphlet.Pictures;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Pictures;

public sealed class PictureStoreTests
{
    private static readonly PublicationId Paper = new(1);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_same_file_is_kept_once_in_one_transaction_and_over_two(TestDatabase database)
    {
        await FoundAsync(database);
        var content = Drawn.Jpeg(500, 300);
        PictureId first;
        await using (var open = database.Open())
        {
            var store = new PictureStore(open, Paper);
            first = await store.KeepAsync(Received(content), Now);
            Assert.Equal(first, await store.KeepAsync(Received(content), Now));
            await open.SaveChangesAsync(Now);
        }

        await using var again = database.Open();
        var later = new PictureStore(again, Paper);

        Assert.Equal(first, await later.KeepAsync(Received(content), Now));
        Assert.Equal(0, await again.SaveChangesAsync(Now));
        Assert.Equal(first, await later.ArrivedAsAsync(ContentHash.Of(content), Now));
        Assert.Null(await new PictureStore(again, new PublicationId(2)).ArrivedAsAsync(ContentHash.Of(content), Now));
    }

    [Theory, EachDatabase]
    public async Task What_pages_show_is_what_the_edition_holds(TestDatabase database)
    {
        await FoundAsync(database);
        await using var open = database.Open();
        var store = new PictureStore(open, Paper);
        var id = await store.KeepAsync(Received(Drawn.Jpeg(1000, 700)), Now);
        await open.SaveChangesAsync(Now);

        var shown = (await store.ShownAsync(only: null, Now))[id];
        var files = await store.FilesOfAsync([id]).ToListAsync(Now);

        Assert.Equal((1000, 700), (shown.Width, shown.Height));
        Assert.Equal(
            files.Select(file => file.SitePath).Order(StringComparer.Ordinal),
            shown.Files.Select(file => file.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(files, file => Assert.Equal(file.Hash, ContentHash.Of(file.Content).ToString()));
        Assert.Contains(shown.Files, file => file is { MediaType: "image/jpeg", Width: 400 });
    }

    private static Picture Received(byte[] content) =>
        Assert.IsType<ReceivedPicture.Kept>(ReceivePicture.Run(Paper, content, PictureLimits.Usual)).Picture;

    private static async Task FoundAsync(TestDatabase database)
    {
        await using var open = database.Open();
        open.Add(
            new Publication
            {
                Id = Paper,
                Name = "Paper",
                Language = Language.English,
                FeedId = "urn:test",
            }
        );
        await open.SaveChangesAsync(Now);
    }
}
