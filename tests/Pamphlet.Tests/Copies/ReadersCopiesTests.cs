using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pamphlet.Copies;
using Pamphlet.Copies.Books;
using Pamphlet.Reading;
using Pamphlet.Signing.Checking;
using Pamphlet.Tests.Reading;
using Pamphlet.Tests.Signing;

namespace Pamphlet.Tests.Copies;

/// <summary>Copies that lie ready: made, listed, given out, and gone when others take their place.</summary>
public sealed class ReadersCopiesTests : IDisposable
{
    private readonly SigningPaper test = new();
    private readonly CopyShelf copies;

    public ReadersCopiesTests()
    {
        copies = new CopyShelf(test.Folder);
        Publish(isWhole: true);
    }

    [Fact]
    public async Task Every_copy_is_what_the_list_says_and_the_zip_verifies()
    {
        await MakeAsync();

        var all = copies.All();
        Assert.Contains(CopyKind.Zip, all.Select(copy => copy.Kind));
        Assert.Contains(CopyKind.Epub, all.Select(copy => copy.Kind));
        Assert.Contains(CopyKind.Torrent, all.Select(copy => copy.Kind));
        foreach (var copy in all)
        {
            var bytes = await File.ReadAllBytesAsync(copies.FileOf(copy), TestContext.Current.CancellationToken);
            Assert.Equal((copy.Size, copy.Hash), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        using var zip = new ZipCopy(copies.FileOf(all.First(copy => copy.Kind == CopyKind.Zip)));
        Assert.True((await CheckCopy.RunAsync(zip, test.Trust, TestContext.Current.CancellationToken)).Holds);
    }

    [Fact]
    public async Task What_was_offered_before_is_gone_when_new_copies_lie_ready()
    {
        await MakeAsync();
        var before = copies.All().Select(copies.FileOf).ToList();
        Publish(isWhole: false, ("data/later.html", "later"));

        await MakeAsync();

        Assert.DoesNotContain(before, File.Exists);
        Assert.Equal(test.Shelf.Current!.Number, copies.Of());
        Assert.Equal(
            copies.All().Count + 1,
            Directory.EnumerateFiles(copies.Folder, "*", SearchOption.AllDirectories).Count()
        );
    }

    [Fact]
    public async Task Only_what_the_list_names_is_given_out()
    {
        await MakeAsync();
        var zip = copies.All()[0];
        await File.WriteAllTextAsync(
            Path.Combine(copies.Folder, "stray.zip"),
            "not offered",
            TestContext.Current.CancellationToken
        );

        Assert.Equal((200, zip.Size), await AskAsync($"/{zip.Path}"));
        Assert.Equal(404, (await AskAsync("/copies/stray.zip")).Status);
        Assert.Equal(404, (await AskAsync("/copies/../keys/vault")).Status);
        Assert.Equal(404, (await AskAsync("/copies/list")).Status);
    }

    [Fact]
    public async Task A_printed_copy_leads_back_to_the_paper_and_its_key()
    {
        var paper = PaperCopy.Of(test.Shelf.Current!)!;
        var book = BookPlan.OfMany(paper, paper.Name, paper.Newest(3));

        var way = Whereabouts.Of(paper);
        var page = Encoding.UTF8.GetString(Pamphlet.Copies.Print.PrintedBook.Write(book, hasFootnotes: true));

        Assert.Contains($"{test.Paper.Keys!.Log.Verifier}", way);
        Assert.Contains("http://example.onion/", way);
        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        Assert.Contains("http://example.onion/", page, StringComparison.Ordinal);
        Assert.Equal(3, book.Texts.Count);
        Assert.DoesNotContain("class=\"take", page, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    public void Dispose() => test.Dispose();

    // The starter of the sample, with what a signed edition encloses.
    private void Publish(bool isWhole, params (string, string)[] more)
    {
        test.Paper.Onion = () => "http://example.onion/";
        var pages = SitePlan
            .Everything(SamplePaper.Catalogue)
            .Where(plan => plan is FrontPlan or PostPlan or StylePlan)
            .Select(plan => ($"data/{plan.Path.Value}", Encoding.UTF8.GetString(SamplePaper.Page(plan))))
            .Concat(
                test.Paper.Enclosed(SamplePaper.Catalogue)
                    .Select(file => (file.Key.Value, Encoding.UTF8.GetString(file.Value)))
            );
        test.Publish(isWhole, [.. isWhole ? pages : [], .. more]);
    }

    // Without the tools that are slow: those have tests of their own.
    private async Task MakeAsync() =>
        await new MakeCopies(copies) { HasTools = false }.RunAsync(
            test.Shelf.Current!,
            test.Paper.Log,
            TestContext.Current.CancellationToken
        );

    private async Task<(int Status, long Length)> AskAsync(string path)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.Response.Body = body;
        await ServeCopies.AnswerAsync(
            context,
            copies,
            missing =>
            {
                missing.Response.StatusCode = 404;
                return Task.CompletedTask;
            }
        );
        return (context.Response.StatusCode, body.Length);
    }
}
