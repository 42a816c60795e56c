using System.Text;
using Pamphlet.Mirrors;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Tests.Mirrors;

public sealed class FollowPaperTests
{
    [Fact]
    public async Task A_mirror_holds_the_paper_byte_for_byte_and_cosigns_what_it_holds()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");

        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);
        Assert.Equal(FollowFinding.Current, (await friend.FollowAsync()).Finding);

        var address = await friend.ServeAsync();
        var report = await friend.CheckAsync(address);
        Assert.True(report.Holds);
        Assert.Equal(4, report.Good);
        Assert.Single(report.Edition!.Signers, signer => signer.Key.Equals(friend.Key.Verifier));
        using var client = new HttpClient(new SocketsHttpHandler());
        using var page = await client.GetAsync(new Uri(address, "a.html"), TestContext.Current.CancellationToken);
        Assert.Equal("first", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("paper.example/editions", page.Headers.GetValues("Mirror-Of").Single());
        Assert.DoesNotContain(page.Headers, header => header.Key == "Set-Cookie");
    }

    [Fact]
    public async Task When_the_paper_is_gone_its_mirrors_carry_each_other_on()
    {
        await using var test = await MirrorTest.StartAsync();
        var (slow, quick) = (test.Befriend("slow"), test.Befriend("quick"));
        await quick.FollowAsync();
        var second = await quick.ServeAsync();
        var line = $"mirror {second} {quick.Key.Verifier} since 2026-11-25\n";
        test.Paper.Publish(isWhole: false, (SisterList.Path.Value, line));
        await slow.FollowAsync();
        test.Paper.Publish(isWhole: false, ("data/a.html", "changed"), ("data/b.html", "new"));
        await quick.FollowAsync();
        test.Server.Lie = context =>
        {
            context.Abort();
            return Task.FromResult(true);
        };

        Assert.Equal(FollowFinding.Unreachable, (await slow.FollowAsync()).Finding);
        Assert.Equal(FollowFinding.Newer, (await slow.RoundAsync()).Finding);

        Assert.Equal(2, slow.Held());
        Assert.True((await quick.CheckAsync(second)).Holds);
        Assert.True((await slow.CheckAsync(await slow.ServeAsync())).Holds);
    }

    [Fact]
    public async Task After_one_changed_page_of_ten_thousand_at_most_20_kilobytes_come_beside_it()
    {
        await using var test = await MirrorTest.StartAsync();
        test.Paper.Publish(
            isWhole: true,
            [.. Enumerable.Range(0, 10_000).Select(i => ($"data/2026/{i:D5}-some-title-of-a-post.html", $"page {i}"))]
        );
        var friend = test.Befriend("friend");
        await friend.FollowAsync();
        var before = test.Door.Received;
        var page = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("x"u8)) + new string('y', 3000);
        test.Paper.Publish(isWhole: false, ("data/2026/05000-some-title-of-a-post.html", page));

        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);

        var came = test.Door.Received - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{came} bytes came for a page of {page.Length}.");
        Assert.InRange(came, 1, 20_000);
        Assert.Equal(2, friend.Held());
    }

    [Fact]
    public async Task What_came_before_the_way_was_cut_is_not_fetched_again()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        var cut = ContentHash.Of("PNG"u8).ToString();
        test.Server.LieAbout($"blob/sha256/{cut[..2]}/{cut}", (response, _) => Status(response, 500));
        Assert.Equal(FollowFinding.Unreachable, (await friend.FollowAsync()).Finding);
        var asked = test.Server.Asked;
        test.Server.Lie = null;

        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);

        // Head, seal, list, and the one that was missing.
        Assert.Equal(4, test.Server.Asked - asked);
        Assert.Equal(0, friend.Held());
    }

    [Fact]
    public async Task A_mirror_may_refuse_one_file_and_everybody_sees_it_and_all_else_verifies()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        friend.Mirror.Refuse(ContentHash.Of("first"u8), "A court forbade it.");

        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);

        var address = await friend.ServeAsync();
        using var client = new HttpClient(new SocketsHttpHandler());
        using var page = await client.GetAsync(new Uri(address, "a.html"), TestContext.Current.CancellationToken);
        Assert.Equal(451, (int)page.StatusCode);
        Assert.Contains(
            "A court forbade it.",
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var report = await friend.CheckAsync(address);
        Assert.Equal(EditionRefusal.None, report.Refusal);
        Assert.Equal(["data/a.html"], report.Missing);
        Assert.Empty(report.Changed);
        Assert.Equal(3, report.Good);
    }

    [Fact]
    public async Task A_mirror_of_texts_alone_says_so_where_a_picture_would_be()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        friend.Agree(wishes => wishes with { HasMedia = false });

        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);

        var report = await friend.CheckAsync(await friend.ServeAsync());
        Assert.Equal(["data/media/picture.png"], report.Missing);
        Assert.Equal(3, report.Good);
    }

    [Fact]
    public async Task A_mirror_asks_its_sister_papers_how_they_are_and_gathers_their_signatures()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        await friend.FollowAsync();
        var address = await friend.ServeAsync();
        var list = new SisterList(test.Paper.Folder);
        list.Add(new Sister(address, friend.Key.Verifier, new DateOnly(2026, 11, 25)));
        var evidence = new Evidence(Path.Combine(test.Folders, "evidence"));
        var ask = new AskSisters(list, test.Paper.Paper, test.Door, evidence);

        var current = await ask.RunAsync(TestContext.Current.CancellationToken);
        Assert.True(
            (test.Paper.Current() with { }).TryVerify(
                test.Paper.Trust with
                {
                    Witnesses = [friend.Key.Verifier],
                },
                out var cosigned,
                out _
            )
        );
        test.Paper.Publish(isWhole: false, ("data/a.html", "changed"));
        var behind = await ask.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(FollowFinding.Current, current.Single().Result.Finding);
        Assert.Equal(2, cosigned!.Signers.Count);
        Assert.Equal(FollowFinding.RolledBack, behind.Single().Result.Finding);
        Assert.Empty(evidence.All());
        Assert.True(list.Remove(address));
        Assert.Equal("", Encoding.UTF8.GetString(list.ToBytes()));
    }

    [Fact]
    public async Task A_paper_that_comes_back_from_an_old_backup_goes_on_with_a_mirrors_log()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        using var backup = test.Twin();
        test.Paper.Publish(isWhole: false, ("data/a.html", "after the backup"));
        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);

        var log = Path.Combine(backup.Folder, "log");
        Directory.Delete(log, recursive: true);
        foreach (var file in Directory.EnumerateFiles(friend.Mirror.Log.Files.Folder, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(log, Path.GetRelativePath(friend.Mirror.Log.Files.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        backup.Restart();
        backup.Publish(isWhole: false, ("data/a.html", "entered again"));
        await using var server = await PaperServer.StartAsync(backup);

        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync(server.Address)).Finding);
        Assert.Equal(2, friend.Held());
        Assert.Empty(friend.Mirror.Evidence.All());
    }

    [Fact]
    public async Task A_thief_who_goes_on_with_the_papers_key_is_noticed_by_the_paper_itself()
    {
        await using var test = await MirrorTest.StartAsync();
        using var thief = test.Twin();
        thief.Publish(isWhole: false, ("data/a.html", "forged"));
        test.Paper.Publish(isWhole: false, ("data/a.html", "true"));
        await using var server = await PaperServer.StartAsync(thief);
        var list = new SisterList(test.Paper.Folder);
        using var key = SigningKey.Make("thief.example/witness", KeyKind.Cosignature);
        list.Add(new Sister(server.Address, key.Verifier, new DateOnly(2026, 11, 25)));
        var evidence = new Evidence(Path.Combine(test.Folders, "evidence"));

        var results = await new AskSisters(list, test.Paper.Paper, test.Door, evidence).RunAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FollowFinding.SplitView, results.Single().Result.Finding);
        Assert.Single(evidence.All());
    }

    private static Task Status(Microsoft.AspNetCore.Http.HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
