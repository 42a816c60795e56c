using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Letters;
using Pamphlet.Tests.Mirrors;
using Pamphlet.Tests.Writing;

namespace Pamphlet.Tests.Editions;

/// <summary>The program itself on a disk of its own, and no room left on it.</summary>
public sealed partial class FullPaperTests : IDisposable
{
    private const string Line = "Bên bờ sông";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-full-");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_full_disk_the_old_edition_goes_on_the_desk_is_told_and_with_room_all_is_well()
    {
        var place = Path.Combine(folder.FullName, "disk");
        await OwnDisk.SkipWhereNoneAsync(place);
        var disk = new OwnDisk(place, mebibytes: 24);
        await using var paper = await StartAsync(disk, Path.Combine(place, "data"));
        disk.SeenThrough(paper.Id);
        using var mai = await FoundAsync(paper);
        var text = await mai.BeginAsync("Bến sông");
        var founded = await UntilAsync(
            () => paper.GetAsync(""),
            page => page.Document.Body!.TextContent.Contains("Tờ Thử", StringComparison.Ordinal)
        );

        // What it does in idle time would take the room that is left below.
        await UntilAsync(paper.IsDenseAsync, isDense => isDense);
        var before = founded.Document.Source.Text;
        var words = RandomNumberGenerator.GetHexString(120_000);

        disk.Fill(but: 0);
        var refused = await mai.WriteAsync(text, words);
        disk.Free();
        disk.Fill(but: 128 << 10);
        var settled = await mai.PostAsync(
            "/desk/settings",
            ("paper", "Tờ Thử"),
            ("line", Line),
            ("language", "en"),
            ("posts", "12"),
            ("popular", "Editors")
        );
        var told = await UntilAsync(
            () => mai.GetAsync("/desk"),
            desk => desk.Text.Contains("The disk is full", StringComparison.Ordinal)
        );
        var places = await mai.GetAsync("/desk/places");
        var meanwhile = (await paper.GetAsync("")).Document.Source.Text;
        disk.Free();
        var after = await UntilAsync(
            () => paper.GetAsync(""),
            page => page.Document.Body!.TextContent.Contains(Line, StringComparison.Ordinal)
        );
        var saved = await mai.WriteAsync(text, words);
        var calm = await mai.GetAsync("/desk");

        Assert.Equal((507, 303, 303), (refused.Status, settled.Status, saved.Status));
        Assert.Contains("disk is full", refused.Heading, StringComparison.Ordinal);
        Assert.Equal(words, refused.Page.QuerySelector("#kept-words")!.TextContent);
        Assert.NotNull(told.Page.QuerySelector("main a[href='/desk/places']"));
        Assert.Contains("the next one comes by itself", places.Text, StringComparison.Ordinal);
        Assert.Equal(before, meanwhile);
        Assert.Contains(Line, after.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The disk is full", calm.Text, StringComparison.Ordinal);
        await VerifyAsync(paper.Address);
        Assert.Contains("the disk is full", await paper.StopAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<RunningProgram> StartAsync(OwnDisk disk, string data)
    {
        await using var database = await TestDatabase.CreateAsync();
        var temporary = folder.CreateSubdirectory("tmp").FullName;
        return await RunningProgram.LaunchAsync(data, temporary, database, [], disk.Under);
    }

    // By the link that the program prints, as whoever sets a paper up.
    internal static async Task<DeskBrowser> FoundAsync(RunningProgram paper)
    {
        var said = await UntilAsync(() => Task.FromResult(paper.Said), text => Link().IsMatch(text));
        var link = Link().Match(said).Value;
        var browser = new DeskBrowser(paper.Address);
        var form = await browser.GetAsync(link);
        var founded = await browser.PostAsync(
            link,
            ("paper", "Tờ Thử"),
            ("language", "en"),
            ("name", "mai"),
            ("passphrase", form.Value("passphrase"))
        );
        Assert.Equal(303, founded.Status);
        return browser;
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        T answer;
        while (!isSo(answer = await ask()))
        {
            await pause.WaitForNextTickAsync(Now);
        }

        return answer;
    }

    private static async Task VerifyAsync(Uri address)
    {
        await using var papers = new RunningPapers();
        var said = await papers.RunAsync("reader", 0, "verify", address.AbsoluteUri);
        Assert.Contains("IT HOLDS", said, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/desk/found/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
