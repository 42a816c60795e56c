using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pamphlet.Mirrors;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Tests.Signing;

namespace Pamphlet.Tests.Mirrors;

/// <summary>A source that lies in every way we could think of: each is noticed, named, bounded, and changes nothing.</summary>
public sealed class LyingPaperTests
{
    [Fact]
    public async Task Another_key_is_a_forgery()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        using var forger = new SigningPaper();
        forger.Publish(isWhole: true, ("data/index.html", "forged"));
        forger.Publish(isWhole: false, ("data/index.html", "forged again"));
        await using var server = await PaperServer.StartAsync(forger);

        await RefusedAsync(friend, FollowFinding.Forged, server.Address);
        Assert.Empty(friend.Mirror.Evidence.All());
    }

    [Fact]
    public async Task Another_papers_log_is_named()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        using var other = new SigningPaper(home: "https://other.example/");
        other.Publish(isWhole: true, ("data/index.html", "other"));
        await using var server = await PaperServer.StartAsync(other);

        await RefusedAsync(friend, FollowFinding.AnotherPaper, server.Address);
    }

    [Fact]
    public async Task A_rolled_back_log_is_refused_and_kept_as_evidence()
    {
        await using var test = await MirrorTest.StartAsync();
        using var old = test.Twin();
        await using var server = await PaperServer.StartAsync(old);
        test.Paper.Publish(isWhole: false, ("data/a.html", "newer"));
        var friend = await HeldAsync(test);

        await RefusedAsync(friend, FollowFinding.RolledBack, server.Address);
        Assert.Single(friend.Mirror.Evidence.All());
    }

    [Fact]
    public async Task Two_histories_of_one_length_are_a_split_view()
    {
        await using var test = await MirrorTest.StartAsync();
        using var twin = test.Twin();
        await using var server = await PaperServer.StartAsync(twin);
        test.Paper.Publish(isWhole: false, ("data/a.html", "for you"));
        twin.Publish(isWhole: false, ("data/a.html", "for them"));
        var friend = await HeldAsync(test);

        await RefusedAsync(friend, FollowFinding.SplitView, server.Address);

        var evidence = await File.ReadAllTextAsync(
            friend.Mirror.Evidence.All().Single(),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(test.Paper.Paper.Log.Head!.Note.ToString(), evidence, StringComparison.Ordinal);
        Assert.Contains(twin.Paper.Log.Head!.Note.ToString(), evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_log_with_another_past_is_a_fork()
    {
        await using var test = await MirrorTest.StartAsync();
        using var twin = test.Twin();
        await using var server = await PaperServer.StartAsync(twin);
        test.Paper.Publish(isWhole: false, ("data/a.html", "true"));
        twin.Publish(isWhole: false, ("data/a.html", "rewritten"));
        twin.Publish(isWhole: false, ("data/a.html", "rewritten again"));
        twin.Publish(isWhole: false, ("data/a.html", "and again"));
        var friend = await HeldAsync(test);

        await RefusedAsync(friend, FollowFinding.Forked, server.Address);
        Assert.Single(friend.Mirror.Evidence.All());
    }

    [Fact]
    public async Task An_edition_from_the_future_waits_for_its_time()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        using var twin = test.Twin();
        twin.Time.Advance(TimeSpan.FromDays(400));
        twin.Publish(isWhole: false, ("data/a.html", "tomorrow"));
        await using var server = await PaperServer.StartAsync(twin);

        await RefusedAsync(friend, FollowFinding.InFuture, server.Address);
    }

    [Theory]
    [InlineData("checkpoint", FollowFinding.TooLarge)]
    [InlineData("seal", FollowFinding.TooLarge)]
    [InlineData("blob/", FollowFinding.TooLarge)]
    public async Task An_endless_file_ends_at_its_limit(string what, object finding)
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        test.Paper.Publish(isWhole: false, ("data/a.html", "newer"));
        test.Server.LieAbout(
            what,
            async (response, stop) =>
            {
                var noise = new byte[64 * 1024];
                while (!stop.IsCancellationRequested)
                {
                    await response.Body.WriteAsync(noise, stop);
                }
            }
        );

        await RefusedAsync(friend, (FollowFinding)finding);
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("blob/")]
    public async Task A_bomb_does_not_swell_beyond_its_limit(string what)
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        test.Paper.Publish(isWhole: false, ("data/a.html", "newer"));
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                await gzip.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        test.Server.LieAbout(
            what,
            async (response, stop) =>
            {
                response.Headers.ContentEncoding = "gzip";
                await response.Body.WriteAsync(packed.ToArray(), stop);
            }
        );

        await RefusedAsync(friend, FollowFinding.TooLarge);
    }

    [Fact]
    public async Task Whoever_does_not_answer_is_not_waited_for()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        test.Server.LieAbout(
            "checkpoint",
            (_, stop) =>
            {
                var never = new TaskCompletionSource();
                stop.Register(never.SetResult);
                return never.Task;
            }
        );

        await RefusedAsync(friend, FollowFinding.Slow);
    }

    [Theory]
    [InlineData("checkpoint", "nonsense", FollowFinding.Garbled)]
    [InlineData("checkpoint", "", FollowFinding.Garbled)]
    [InlineData("seal", "pamphlet seal 1\n\n\n", FollowFinding.Garbled)]
    [InlineData("blob/", "another text", FollowFinding.WrongContent)]
    public async Task What_is_not_what_it_should_be_is_named(string what, string text, object finding)
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        test.Paper.Publish(isWhole: false, ("data/a.html", "newer"));
        test.Server.LieAbout(what, (response, stop) => response.WriteAsync(text, stop));

        await RefusedAsync(friend, (FollowFinding)finding);
    }

    [Fact]
    public async Task A_list_of_another_length_or_with_another_line_is_not_believed()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        var right = ManifestOf.Bytes(test.Paper.Shelf.Current!);
        byte[] longer = [.. right, .. Encoding.UTF8.GetBytes($"{ContentHash.Of([])}  zz\n")];
        var other = right.ToArray();
        other[0] = other[0] == (byte)'0' ? (byte)'1' : (byte)'0';

        test.Server.LieAbout(
            EditionManifest.FileName,
            (response, stop) => response.Body.WriteAsync(longer, stop).AsTask()
        );
        Assert.Equal(FollowFinding.TooLarge, (await friend.FollowAsync()).Finding);
        test.Server.LieAbout(
            EditionManifest.FileName,
            (response, stop) => response.Body.WriteAsync(other, stop).AsTask()
        );
        Assert.Equal(FollowFinding.WrongContent, (await friend.FollowAsync()).Finding);

        Assert.Null(friend.Mirror.Shelf.Current);
        test.Server.Lie = null;
        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);
    }

    [Theory]
    [InlineData("301 /x //evil.example/\n")]
    [InlineData("301 /x ../../etc/passwd\n")]
    [InlineData("301 /x a.html\r\nSet-Cookie: a=b\n")]
    [InlineData("302 /x a.html\n")]
    public async Task A_table_of_addresses_that_leads_elsewhere_is_refused_though_it_is_signed(string table)
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        test.Paper.Publish(isWhole: false, ("edition/addresses.txt", table));

        await RefusedAsync(friend, FollowFinding.LeadsOut);
    }

    [Fact]
    public async Task Names_that_differ_only_in_capitals_are_refused_though_they_are_signed()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        test.Paper.Publish(isWhole: false, ("data/A.html", "capital"));

        Assert.Equal(FollowFinding.LeadsOut, (await friend.FollowAsync()).Finding);
        Assert.Null(friend.Mirror.Shelf.Current);
    }

    [Fact]
    public async Task More_than_was_agreed_is_not_taken()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = await HeldAsync(test);
        friend.Agree(wishes => wishes with { MostFiles = 4 });
        test.Paper.Publish(isWhole: false, ("data/b.html", "one more"));

        await RefusedAsync(friend, FollowFinding.OverLimit);
        friend.Agree(wishes => wishes with { MostFiles = 100, MostBytes = 3 });
        await RefusedAsync(friend, FollowFinding.OverLimit);
    }

    [Fact]
    public async Task A_witness_signs_only_what_begins_with_all_that_it_signed_before()
    {
        await using var test = await MirrorTest.StartAsync();
        var friend = test.Befriend("friend");
        var log = test.Paper.Paper.Log;
        using var twin = test.Twin();
        var first = log.Head!.Note;
        test.Paper.Publish(isWhole: false, ("data/a.html", "second"));
        var second = log.Head!.Note;
        twin.Publish(isWhole: false, ("data/a.html", "other"));
        var fork = twin.Paper.Log.Head!.Note;
        using var stranger = PrintedKey("paper.example/editions");

        Assert.Equal(400, Answer("nonsense"u8.ToArray()).Status);
        Assert.Equal(403, Ask(0, [], SignedNote.Of(first.Text, stranger.Sign(first.Text))).Status);
        Assert.Equal(409, Ask(1, [], first).Status);
        var answer = Ask(0, [], first);
        Assert.Equal(200, answer.Status);
        Assert.True(WitnessRequest.TryParseAnswer(Encoding.UTF8.GetBytes(answer.Body), out var lines));
        Assert.NotNull(first.With(lines).SignedBy([friend.Key.Verifier]));
        Assert.Equal((409, "1\n"), (Ask(0, [], first).Status, Ask(0, [], first).Body));
        Assert.Equal(422, Ask(1, [TreeHash.Empty], second).Status);
        Assert.Equal(200, Ask(1, log.Consistency(1, 2), second).Status);
        Assert.Equal(409, Ask(2, [], fork).Status);
        Assert.Single(friend.Mirror.Evidence.All());

        WitnessAnswer Ask(long old, IReadOnlyList<ContentHash> proof, SignedNote note) =>
            Answer(new WitnessRequest(old, proof, note).ToBytes());

        WitnessAnswer Answer(byte[] body) => friend.Witness.Answer(body);
    }

    private static SigningKey PrintedKey(string name) => SigningKey.Make(name, KeyKind.Note);

    private static async Task<MirrorTest.Friend> HeldAsync(MirrorTest test)
    {
        var friend = test.Befriend("friend");
        Assert.Equal(FollowFinding.Newer, (await friend.FollowAsync()).Finding);
        return friend;
    }

    private static async Task RefusedAsync(MirrorTest.Friend friend, FollowFinding finding, Uri? source = null)
    {
        var held = friend.Held();

        var result = await friend.FollowAsync(source);

        Assert.Equal(finding, result.Finding);
        Assert.NotEmpty(result.Words);
        Assert.Equal(held, friend.Held());
    }
}
