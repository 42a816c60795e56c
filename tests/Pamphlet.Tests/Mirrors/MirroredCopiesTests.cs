using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pamphlet.Copies;
using Pamphlet.Mirrors;
using Pamphlet.Reading;

namespace Pamphlet.Tests.Mirrors;

/// <summary>Copies for readers outlive the paper's own server as its pages do.</summary>
public sealed class MirroredCopiesTests
{
    private const string Zip = "the whole paper";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mirror_holds_and_serves_the_copies_and_gives_them_to_other_mirrors()
    {
        await using var test = await MirrorTest.StartAsync();
        var copy = Offer(test, Zip);
        var (friend, other) = (test.Befriend("friend"), test.Befriend("other"));
        await friend.RoundAsync();
        var first = await friend.ServeAsync();

        // The paper is gone.
        test.Server.Lie = Gone;
        await other.FollowAsync(first);
        await new FetchCopies(other.Mirror, test.Door).RunAsync(first, Now);
        var second = await other.ServeAsync();

        Assert.Equal(Zip, await ReadAsync(first, copy.Path));
        Assert.Equal(Zip, await ReadAsync(second, copy.Path));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second, "copies/list"));
    }

    [Fact]
    public async Task Copies_that_the_paper_took_back_are_destroyed_with_the_next_edition()
    {
        await using var test = await MirrorTest.StartAsync();
        var old = Offer(test, Zip);
        var friend = test.Befriend("friend");
        await friend.RoundAsync();
        var place = friend.Mirror.Copies.FileOf(old);
        Assert.True(File.Exists(place));

        var now = Offer(test, "the paper without what was withdrawn");
        await friend.RoundAsync();

        Assert.False(File.Exists(place));
        Assert.Equal([now], friend.Mirror.Copies.All());
    }

    [Fact]
    public async Task What_is_not_what_was_signed_or_more_than_was_agreed_is_not_held()
    {
        await using var test = await MirrorTest.StartAsync();
        var copy = Offer(test, Zip);
        var (deceived, small, texts) = (test.Befriend("deceived"), test.Befriend("small"), test.Befriend("texts"));
        small.Agree(wishes => wishes with { MostFile = Zip.Length - 1 });
        texts.Agree(wishes => wishes with { HasMedia = false });
        await Task.WhenAll(small.FollowAsync(), texts.FollowAsync(), deceived.FollowAsync());
        test.Server.Lie = async context =>
        {
            await context.Response.WriteAsync(Zip.ToUpperInvariant(), Now);
            return true;
        };

        var found = await new FetchCopies(deceived.Mirror, test.Door).RunAsync(test.Server.Address, Now);
        await new FetchCopies(small.Mirror, test.Door).RunAsync(test.Server.Address, Now);
        await new FetchCopies(texts.Mirror, test.Door).RunAsync(test.Server.Address, Now);

        Assert.Equal(FollowFinding.WrongContent, found!.Finding);
        Assert.Contains(copy.Path, found.Words, StringComparison.Ordinal);
        Assert.All([deceived, small, texts], one => Assert.Empty(one.Mirror.Copies.All()));
    }

    [Theory]
    [InlineData("copy Zip 1 3 {hash} ../../keys/vault.zip")]
    [InlineData("copy Zip 1 3 {hash} paper.html")]
    [InlineData("copy Zip 1 -3 {hash} paper.zip")]
    [InlineData("copy Zip 1 3 ../{hash} paper.zip")]
    [InlineData("copy 77 1 3 {hash} paper.zip")]
    public async Task A_list_that_leads_elsewhere_names_nothing(string line)
    {
        await using var test = await MirrorTest.StartAsync();
        test.Paper.Publish(
            isWhole: false,
            (CopyList.Path.Value, line.Replace("{hash}", new string('a', 64), StringComparison.Ordinal) + "\n")
        );
        var friend = test.Befriend("friend");

        await friend.RoundAsync();

        Assert.Empty(CopyList.In(friend.Mirror.Shelf.Current!));
        Assert.Empty(friend.Mirror.Copies.All());
    }

    // As MakeCopies and the next edition do it.
    private static CopyFact Offer(MirrorTest test, string content)
    {
        var copies = new CopyShelf(test.Paper.Folder);
        var facts = CopiedFile.Of(Encoding.UTF8.GetBytes(content));
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(copies.Folder, "work")).FullName, "paper-0.zip");
        File.WriteAllText(file, content);
        var copy = new CopyFact(
            CopyKind.Zip,
            CopyList.PathOf(facts.Hash, "paper-0.zip"),
            facts.Size,
            facts.Hash,
            Edition: 0
        );
        copies.Replace([(copy, file)], of: 0, time: 1_700_000_000);
        test.Paper.Publish(
            isWhole: false,
            (CopyList.Path.Value, Encoding.UTF8.GetString(CopyList.Print(copies.All())))
        );
        return copy;
    }

    private static Task<bool> Gone(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    private static async Task<string> ReadAsync(Uri address, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler());
        return await client.GetStringAsync(new Uri(address, path), Now);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler());
        using var answer = await client.GetAsync(new Uri(address, path), Now);
        return answer.StatusCode;
    }
}
