using System.Net;
using Pamphlet.Reading;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Copies;

public sealed class TakeTextTests
{
    private const string Text = "2026/11/mot-to-bao-can-gi.html";

    [Fact]
    public async Task A_reader_takes_one_text_along_in_its_language()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(TestDesk.Cancel);
        using var reader = new HttpClient(new SocketsHttpHandler()) { BaseAddress = desk.Address };

        var page = await reader.GetStringAsync(At($"copies.html?text={Uri.EscapeDataString(Text)}"), TestDesk.Cancel);
        using var file = await reader.GetAsync(At($"copies.html?text={Text}&as=html"), TestDesk.Cancel);
        using var book = await reader.GetAsync(At($"copies.html?text={Text}&as=epub"), TestDesk.Cancel);

        Assert.Contains("Mang bài này theo", page, StringComparison.Ordinal);
        Assert.Contains("as=html", page, StringComparison.Ordinal);
        Assert.Contains("<style>", await file.Content.ReadAsStringAsync(TestDesk.Cancel), StringComparison.Ordinal);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/epub+zip", book.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", $"{file.Headers.CacheControl}");
    }

    [Fact]
    public async Task What_is_no_text_is_not_found()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(TestDesk.Cancel);
        using var reader = new HttpClient(new SocketsHttpHandler()) { BaseAddress = desk.Address };

        foreach (var text in new[] { "index.html", "../edition/types.txt", "nowhere.html", "" })
        {
            using var answer = await reader.GetAsync(
                At($"copies.html?text={Uri.EscapeDataString(text)}"),
                TestDesk.Cancel
            );

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static Uri At(string address) => new(address, UriKind.Relative);
}
