using System.Text;
using Pamphlet.Tests.Imports;

namespace Pamphlet.Tests.Verbs;

/// <summary>What an operator reads who moves a paper in.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-import-").FullName;

    private string Data => Path.Combine(folder, "nothere");

    public ImportVerbTests()
    {
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
    }

    [Fact]
    public async Task A_dry_run_makes_no_folder_and_says_which_names_will_be_public_and_how_to_choose_others()
    {
        var feed = Write("feed.atom", new TestFeed().Post("1").Comment("2", "1").Xml());

        var (exit, said, complained) = await TheProgram.RunAsync("import", feed, "--dry-run", "--data", Data);

        Assert.Equal((0, ""), (exit, complained));
        Assert.False(Path.Exists(Data));
        Assert.Contains("Names that everybody will read", said, StringComparison.Ordinal);
        Assert.Contains("Mai: 1 text, 0 comments", said, StringComparison.Ordinal);
        Assert.Contains("--authors names.json", said, StringComparison.Ordinal);
        Assert.Contains("{\"Mai\": \"A pen name\"}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_says_what_comes_next_and_which_command_mends_the_links_it_left()
    {
        var feed = Write(
            "feed.atom",
            new TestFeed()
                .Post("1", filename: "/2020/05/long-enough.html")
                .Post("2", html: "<a href='http://old.example/2020/05/long-enough.html'>a</a>")
                .Xml()
        );

        var (exit, said, complained) = await TheProgram.RunAsync("import", feed, "--data", Data);

        Assert.Equal((0, ""), (exit, complained));
        Assert.Contains(
            $"pamphlet import {feed} --data {Data} --site http://old.example/",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains($"pamphlet serve --data {Data}", said, StringComparison.Ordinal);
        Assert.Contains("--home https://paper.example/", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_or_file_that_may_not_be_read_is_named_with_its_remedy()
    {
        var export = Directory.CreateDirectory(Path.Combine(folder, "Takeout")).FullName;
        var file = Write("Takeout/feed.atom", new TestFeed().Post("1").Xml());
        var closed = Directory.CreateDirectory(Path.Combine(export, "Albums")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.None);

        var (_, _, ofFolder) = await TheProgram.RunAsync("import", export, "--dry-run", "--data", Data);
        Directory.Delete(closed);
        File.SetUnixFileMode(file, UnixFileMode.None);
        var (exit, _, ofFile) = await TheProgram.RunAsync("import", export, "--dry-run", "--data", Data);

        Assert.Equal(1, exit);
        Assert.StartsWith($"pamphlet: {closed} may not be read by this user.", ofFolder, StringComparison.Ordinal);
        Assert.StartsWith($"pamphlet: {file} may not be read by this user.", ofFile, StringComparison.Ordinal);
        Assert.Contains($"chmod -R u+rX '{file}'", ofFile, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_no_paper_leaves_no_folder_behind()
    {
        var (exit, _, complained) = await TheProgram.RunAsync("export", Path.Combine(folder, "out"), "--data", Data);

        Assert.Equal(2, exit);
        Assert.Contains("There is no paper in", complained, StringComparison.Ordinal);
        Assert.False(Path.Exists(Data));
    }

    [Fact]
    public async Task An_export_and_whoever_verifies_it_count_editions_alike()
    {
        var feed = Write("feed.atom", new TestFeed().Post("1").Xml());
        var copy = Path.Combine(folder, "copy");
        await TheProgram.RunAsync("import", feed, "--data", Data);

        var (_, exported, _) = await TheProgram.RunAsync("export", copy, "--data", Data);
        var (_, verified, _) = await TheProgram.RunAsync("verify", copy);

        Assert.StartsWith("Edition 0 ", exported, StringComparison.Ordinal);
        Assert.StartsWith("Edition 0 ", verified, StringComparison.Ordinal);
        Assert.Contains("its log has 1 record.", verified, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_offered_to_take_back_a_comment_for_which_nobody_has_a_code()
    {
        var feed = Write("feed.atom", new TestFeed().Post("1").Comment("2", "1", html: "Moved in").Xml());
        var copy = Path.Combine(folder, "copy");
        await TheProgram.RunAsync("import", feed, "--data", Data);
        await TheProgram.RunAsync("export", copy, "--data", Data);

        var pages = Directory
            .EnumerateFiles(copy, "*.html", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(page => page.Contains("Moved in", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.DoesNotContain("?code=", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_long_as_a_moved_paper_has_no_home_its_server_says_so()
    {
        var feed = Write("feed.atom", new TestFeed().Post("1").Xml());
        await TheProgram.RunAsync("import", feed, "--data", Data);

        var said = await TheProgram.SaysUntilAsync(
            "No home yet:",
            "serve",
            "--data",
            Data,
            "--urls",
            "http://127.0.0.1:0"
        );

        Assert.Contains("--home https://paper.example/", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_called_so()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;

        var (exit, _, complained) = await TheProgram.RunAsync(
            "serve",
            "--data",
            Data,
            "--urls",
            $"http://127.0.0.1:{port}"
        );

        Assert.Equal(2, exit);
        Assert.Equal(
            $"pamphlet: http://127.0.0.1:{port} cannot be listened at: another program does already. Name another address: --urls http://localhost:8081\n",
            complained
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content, Encoding.UTF8);
        return path;
    }
}
