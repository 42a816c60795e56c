using System.Net;
using System.Net.Sockets;
using System.Text;
using NetVips;
using Pamphlet.Imports;
using Pamphlet.Pictures;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class PictureTests
{
    private static string Shown(string address) =>
        $"<div class=\"separator\"><a href=\"{address}\"><img src=\"{address}\"/></a></div>";

    [Theory, EachDatabase]
    public async Task A_picture_of_the_album_is_in_the_paper_and_the_others_are_links(TestDatabase database)
    {
        var report = await TestFeed.WithFileAsync(
            Export("https://1.bp.blogspot.com/-x/s1600/My+Loom.jpg"),
            path => database.ImportAsync(path)
        );

        Assert.Equal(new MediaCounts(1, 1), report.Media);
        var picture = Assert.Single(await database.AllAsync<Picture>());
        Assert.NotEmpty(await database.AllAsync<PictureFile>());
        var post = await database.PostAsync("1");
        Assert.Contains($"(picture:{picture.Id})", post.Markdown, StringComparison.Ordinal);
        Assert.Equal(picture.Id, post.LeadPicture);
        Assert.Contains("gone.jpg", (await database.PostAsync("2")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_keeps_each_picture_once_and_a_dry_one_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = Export("https://1.bp.blogspot.com/-x/s1600/My+Loom.jpg");

        var dry = await TestFeed.WithFileAsync(
            zip,
            path => database.RunAsync(new ImportRequest(path) { DryRun = true })
        );
        Assert.Empty(await database.AllAsync<Picture>());
        var first = await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));
        var second = await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));

        Assert.Equal(first.ToJson(), Assert.IsType<ImportOutcome.Imported>(dry).Report.ToJson());
        Assert.Equal(first.Media, second.Media);
        Assert.Single(await database.AllAsync<Picture>());
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_picture_unless_the_operator_wished_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var host = new OldHost(Jpeg());
        var feed = new TestFeed().Post("1", html: Shown(host.Address));

        var without = await database.ImportAsync(feed);
        Assert.Equal((0, new MediaCounts(0, 1)), (host.Asked, without.Media));
        var with = await feed.WithFileAsync(path =>
            database.RunAsync(
                new ImportRequest(path)
                {
                    FetchPictures = true,
                    Fetching = new FetchWishes { IsOpen = _ => true },
                }
            )
        );

        var report = Assert.IsType<ImportOutcome.Imported>(with).Report;
        Assert.Equal((1, new MediaCounts(1, 0)), (host.Asked, report.Media));
        // The words are the same, and the link became the picture.
        Assert.Equal(1, report.Changes.Updated);
        var picture = Assert.Single(await database.AllAsync<Picture>());
        Assert.Contains($"(picture:{picture.Id})", (await database.PostAsync("1")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_does_not_lose_its_pictures_to_an_export_without_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        const string Address = "https://1.bp.blogspot.com/-x/s1600/My+Loom.jpg";
        await TestFeed.WithFileAsync(Export(Address), path => database.ImportAsync(path));

        var report = await database.ImportAsync(new TestFeed().Post("1", html: "New words " + Shown(Address)));

        Assert.Equal(1, report.Changes.Kept);
        Assert.Contains("picture:", (await database.PostAsync("1")).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_left_out_with_its_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = Export("https://1.bp.blogspot.com/-x/s1600/My+Loom.jpg", "<html>Sign in</html>"u8.ToArray());

        var report = await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));

        Assert.Equal(new MediaCounts(0, 2), report.Media);
        Assert.Contains(report.Notes, note => note.Contains("left out", StringComparison.Ordinal));
    }

    private static byte[] Export(string address, byte[]? picture = null)
    {
        var feed = new TestFeed()
            .Post("1", html: "Words " + Shown(address))
            .Post("2", html: "Words " + Shown("https://1.bp.blogspot.com/-y/s1600/gone.jpg"));
        return HostileExportTests.Zip(
            ("Takeout/Blogger/Blogs/x/feed.atom", Encoding.UTF8.GetBytes(feed.Xml())),
            ("Takeout/Blogger/Albums/x/My Loom.jpg", picture ?? Jpeg())
        );
    }

    private static byte[] Jpeg()
    {
        using var black = Image.Black(300, 200, bands: 3);
        return black.JpegsaveBuffer();
    }

    /// <summary>Answers every request with one picture, on this machine only.</summary>
    private sealed class OldHost : IDisposable
    {
        private readonly HttpListener listener = new();
        private int asked;

        public OldHost(byte[] picture)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            Address = $"http://127.0.0.1:{port}/picture.jpg";
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Start();
            _ = AnswerAsync(picture);
        }

        public string Address { get; }

        public int Asked => asked;

        public void Dispose() => listener.Close();

        private async Task AnswerAsync(byte[] picture)
        {
            try
            {
                while (listener.IsListening)
                {
                    var context = await listener.GetContextAsync();
                    Interlocked.Increment(ref asked);
                    context.Response.ContentType = "image/jpeg";
                    await context.Response.OutputStream.WriteAsync(picture);
                    context.Response.Close();
                }
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
