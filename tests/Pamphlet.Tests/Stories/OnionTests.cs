using Pamphlet.Onion;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Letters;
using Pamphlet.Tests.Onion;
using Pamphlet.Tests.Stories.Browsers;
using Pamphlet.Vault;

namespace Pamphlet.Tests.Stories;

/// <summary>
/// The program itself with a tor of its own, on a private Tor network: readers in both browsers without scripts, and correspondents
/// whose keys lie elsewhere, all through the onion.
/// </summary>
public sealed class OnionTests(PrivateTor network) : IDisposable
{
    private const string Said = "Tôi làm ở kho số 4.";
    private const string Answer = "Cảm ơn bạn. Xin kể thêm.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-onion-story-");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    // Run by hand: on a busy machine a browser on a private Tor network may find no circuit for minutes, and that is not ours to judge.
    [Theory(Explicit = true), InlineData("Chromium"), InlineData("Firefox")]
    public async Task A_page_a_comment_and_a_letter_go_through_the_onion_and_the_answer_comes_back_after_tor_was_killed(
        string browser
    )
    {
        await network.UpAsync();
        using var far = FarCorrespondent.Of(Data);
        await using var paper = await StartAsync();
        var host = PaperOnion.Addresses(KeyVault.Open(Data, secret: null))!.Value.Paper.Host;
        var onion = new UriBuilder("http", host).Uri;
        await network.ReadAsync("before", host, "/");
        await using var tab = await LetterTests.OpenAsync(browser, Reader.OnAPhone with { Through = network.Proxy });
        var writer = new LetterWriter(tab, onion);

        await CommentAsync(tab, onion);
        var codename = await writer.WriteAsync(Said);
        var here = await writer.CheckAsync(codename);
        var letter = await far.AnswerAsync(onion, Answer, network.Proxy);
        await paper.KillTorAsync();

        // Some days later, on another borrowed phone.
        var door = PrivateTor.FreeProxy();
        var socks = await network.JoinAsync($"later-{browser}", $"SocksPort {door.Authority}\n");
        await network.ReadAsync("after", host, "/", socks);
        await using var other = await LetterTests.OpenAsync(browser, Reader.OnAPhone with { Through = door });
        var found = await new LetterWriter(other, onion).ComeBackAsync(codename);

        Assert.Contains("Look at your paper again", here, StringComparison.Ordinal);
        Assert.Equal(Said, letter);
        Assert.Equal(Answer, found);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<RunningProgram> StartAsync()
    {
        var torrc = Path.Combine(folder.FullName, "torrc");
        await File.WriteAllTextAsync(torrc, network.Lines, Now);
        await using var database = await TestDatabase.CreateAsync();
        return await RunningProgram.LaunchAsync(
            Data,
            folder.CreateSubdirectory("tmp").FullName,
            database,
            ["--onion", "--torrc", torrc],
            under: []
        );
    }

    private static async Task CommentAsync(KeyboardTab tab, Uri onion)
    {
        await tab.ArriveAsync(new Uri(onion, LivePaper.Post));
        await tab.ReachAsync("Write a comment");
        await tab.FollowAsync("Write a comment");
        await tab.ReachAsync("Your comment");
        await tab.TypeAsync("Tôi nhớ bến sông.");
        do
        {
            // As often as it takes until nobody could call it a program's.
            await tab.ReachAsync("Send");
        } while (
            await tab.FollowAsync("Your comment is waiting", or: "Write a comment") is var heading
            && !heading.Contains("is waiting", StringComparison.Ordinal)
        );
    }
}
