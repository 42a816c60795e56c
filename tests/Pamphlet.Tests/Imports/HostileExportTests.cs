using System.IO.Compression;
using System.Text;
using Pamphlet.Imports;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>Files that somebody made to harm whoever opens them, or that broke on the way. Each leaves the paper as it was.</summary>
public sealed class HostileExportTests
{
    private const string Root =
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>";

    public static TheoryData<string, string, object> Xml =>
        new()
        {
            {
                "billion laughs",
                $"<!DOCTYPE feed [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>{Root}<title>&b;</title></feed>",
                ImportRefusal.Hostile
            },
            {
                "external entity",
                $"<!DOCTYPE feed [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>{Root}<title>&a;</title></feed>",
                ImportRefusal.Hostile
            },
            {
                "external document type",
                $"<!DOCTYPE feed SYSTEM \"http://127.0.0.1:9/x.dtd\">{Root}</feed>",
                ImportRefusal.Hostile
            },
            { "entity of nobody", $"{Root}<title>&nobody;</title></feed>", ImportRefusal.Broken },
            { "torn", new TestFeed().Post("1").Xml()[..^40], ImportRefusal.Broken },
            { "torn within a word", new TestFeed().Post("1").Xml()[..^300], ImportRefusal.Broken },
            { "unclosed", $"{Root}<entry><id>x</id>", ImportRefusal.Broken },
            {
                "nested",
                Root
                    + string.Concat(Enumerable.Repeat("<a>", 5_000))
                    + string.Concat(Enumerable.Repeat("</a>", 5_000))
                    + "</feed>",
                ImportRefusal.TooLarge
            },
            {
                "nested within an entry",
                $"{Root}<entry><content type='xhtml'>"
                    + string.Concat(Enumerable.Repeat("<a>", 5_000))
                    + string.Concat(Enumerable.Repeat("</a>", 5_000))
                    + "</content></entry></feed>",
                ImportRefusal.TooLarge
            },
            { "undeclared prefix of nobody", $"{Root}<nobody:x/></feed>", ImportRefusal.Broken },
            { "no feed", "<html><body>Sign in to continue</body></html>", ImportRefusal.NotAnExport },
            { "empty feed", $"{Root}</feed>", ImportRefusal.NotAnExport },
            {
                "another feed",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>",
                ImportRefusal.NotAnExport
            },
            { "a programming interface", """{"kind": "blogger#postList", "items": []}""", ImportRefusal.NotAnExport },
            { "nothing", "", ImportRefusal.Broken },
        };

    [Theory, MemberData(nameof(Xml))]
    public async Task A_feed_that_no_honest_export_is_gets_refused(string what, string xml, object reason)
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await TestFeed.WithFileAsync(
            Encoding.UTF8.GetBytes(xml),
            path => database.RunAsync(new ImportRequest(path))
        );

        var refused = Assert.IsType<ImportOutcome.Refused>(outcome);
        Assert.True(reason.Equals(refused.Reason), $"{what}: {refused}");
        Assert.Empty(await database.AllAsync<Pamphlet.Publications.Publication>());
    }

    [Theory]
    [InlineData("../feed.atom")]
    [InlineData("Takeout/../../feed.atom")]
    [InlineData("/etc/feed.atom")]
    [InlineData("..\\feed.atom")]
    [InlineData("C:/feed.atom")]
    public async Task A_zip_whose_files_would_lie_outside_of_it_is_refused(string name)
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await TestFeed.WithFileAsync(
            Zip((name, Encoding.UTF8.GetBytes(new TestFeed().Post("1").Xml()))),
            path => database.RunAsync(new ImportRequest(path))
        );

        Assert.Equal(ImportRefusal.Hostile, Assert.IsType<ImportOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public async Task Two_gigabytes_of_nothing_are_refused_before_they_are_read()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = ZipOfNothing("Takeout/Blogger/Blogs/x/feed.atom", 2L * 1024 * 1024 * 1024);
        // Whoever unpacked it would find it broken before finding it large.
        zip.AsSpan(100, zip.Length / 2).Fill(0xff);

        var outcome = await TestFeed.WithFileAsync(zip, path => database.RunAsync(new ImportRequest(path)));

        Assert.Equal(ImportRefusal.TooLarge, Assert.IsType<ImportOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public async Task A_zip_that_lies_about_its_length_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = ZipOfNothing("feed.atom", 300 * 1024 * 1024);
        foreach (
            var at in Headers(zip, 0x04034b50)
                .Select(at => at + 22)
                .Concat(Headers(zip, 0x02014b50).Select(at => at + 24))
        )
        {
            BitConverter.TryWriteBytes(zip.AsSpan(at, 4), 1000);
        }

        var outcome = await TestFeed.WithFileAsync(zip, path => database.RunAsync(new ImportRequest(path)));

        Assert.IsType<ImportOutcome.Refused>(outcome);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<html><body>Please sign in</body></html>", "is called a zip and is none")]
    public async Task What_a_failed_download_leaves_is_called_so(string content, string said)
    {
        await using var database = await TestDatabase.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("pamphlet-test-").FullName;
        var path = Path.Combine(folder, "takeout.ZIP");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        var refused = await database.RefusedAsync(path);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(ImportRefusal.Broken, refused.Reason);
        Assert.Contains($"takeout.ZIP {said}", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_zip_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = Zip(("feed.atom", Encoding.UTF8.GetBytes(new TestFeed().Post("1").Xml())));

        var outcome = await TestFeed.WithFileAsync(zip[..^30], path => database.RunAsync(new ImportRequest(path)));

        Assert.Equal(ImportRefusal.Broken, Assert.IsType<ImportOutcome.Refused>(outcome).Reason);
    }

    [Fact]
    public async Task A_text_without_end_is_left_out_and_the_others_come()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed().Post("1", html: new string('x', 17 * 1024 * 1024)).Post("2", html: "Short");

        var report = await database.ImportAsync(feed);

        Assert.Equal(new TextCounts(1, 1), report.Posts);
        Assert.Contains(report.Notes, note => note.Contains("Post 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be_there()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await database.RefusedAsync(Path.Combine(Path.GetTempPath(), "no-such-export"));

        Assert.Equal(ImportRefusal.NotFound, refused.Reason);
    }

    [Fact]
    public async Task What_a_Mac_leaves_beside_a_feed_is_no_feed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = Encoding.UTF8.GetBytes(new TestFeed().Post("1").Xml());
        var other = Encoding.UTF8.GetBytes(
            new TestFeed().Post("2").Xml().Replace("blog-7", "blog-8", StringComparison.Ordinal)
        );

        var report = await TestFeed.WithFileAsync(
            Zip(("Takeout 2/Blogger/Blogs/CLUB ALCALÁ (d)/feed.atom", feed), ("__MACOSX/Takeout 2/._feed.atom", other)),
            path => database.ImportAsync(path)
        );

        Assert.Equal(1, report.Posts.Published);
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] ZipOfNothing(string name, long length)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            var nothing = new byte[1024 * 1024];
            nothing.AsSpan().Fill((byte)' ');
            for (var written = 0L; written < length; written += nothing.Length)
            {
                entry.Write(nothing);
            }
        }

        return stream.ToArray();
    }

    private static List<int> Headers(byte[] zip, int mark)
    {
        var found = new List<int>();
        for (
            var at = 0;
            (at = zip.AsSpan(at).IndexOf(BitConverter.GetBytes(mark)) + at) >= 0 && at < zip.Length - 30;
            at += 4
        )
        {
            found.Add(at);
            if (zip.AsSpan(at + 4).IndexOf(BitConverter.GetBytes(mark)) < 0)
            {
                break;
            }
        }

        return found;
    }
}
