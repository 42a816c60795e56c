using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Pamphlet.Letters;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Tests.Letters;

/// <summary>Somebody opens uploads and never finishes them.</summary>
public sealed class HeldUploadTests
{
    private const int Held = 3;
    private const string Said = "Tôi làm ở kho số 4.";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_that_are_held_close_nothing_for_words_and_are_gone_after_half_an_hour()
    {
        await using var paper = await WritersPaper.StartAsync(sheets: 32);
        var large = new byte[4_900_000];
        var body = await WritersPaper.Body([new("words", "held")], ("a", large)).ReadAsByteArrayAsync(Now);
        var before = Headers(paper.Box);
        var uploads = new List<Socket>();
        for (var upload = 0; upload < Held; upload++)
        {
            uploads.Add(await HoldAsync(paper.Paper.Address, body));
        }

        await UntilAsync(() => Headers(paper.Box).Except(before).Count() >= Held * PagesOf(large));
        var form = await paper.OpenFormAsync();
        var words = await paper.WriteAsync(Said, wantsAnswer: false);
        var small = await paper.WriteAsync("với tệp", wantsAnswer: false, files: ("b", new byte[70_000]));
        var refused = await paper.WriteAsync("lớn", files: ("c", large));
        paper.Paper.Time.Advance(TimeSpan.FromMinutes(31));
        await UntilAsync(() => RoomForUnfinished(paper.Box) == LetterBox.MostUnfinished);
        var late = await paper.WriteAsync("lớn", wantsAnswer: false, files: ("c", large));

        Assert.NotNull(form.Document.QuerySelector("input[type=file]"));
        Assert.All([words, small, late], answer => Assert.Equal("Your letter is sealed", answer.Heading));
        Assert.Contains("More is arriving", refused.Faults, StringComparison.Ordinal);
        Assert.Equal("lớn", refused.Typed);
        Assert.Equal(
            [Said, "lớn", "với tệp"],
            paper.Received().Select(letter => letter.Words).Order(StringComparer.Ordinal)
        );
        uploads.ForEach(upload => upload.Dispose());
    }

    // Those that are full before its last piece is whole.
    private static int PagesOf(byte[] file) => (file.Length / LetterPage.MostContent) - 1;

    // All but its end.
    private static async Task<Socket> HoldAsync(Uri paper, byte[] body)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, paper.Port, Now);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /letter.html?write HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary={WritersPaper.Boundary}\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), Now);
        await socket.SendAsync(body.AsMemory(..^100), Now);
        return socket;
    }

    // What tells a page from the cover that lay there before.
    private static List<string> Headers(LetterBox box)
    {
        var header = new byte[256];
        var all = new List<string>();
        for (var slot = 0; slot < box.LetterSlots; slot++)
        {
            box.ReadLetter(slot, header);
            all.Add(Convert.ToHexString(header));
        }

        return all;
    }

    // How many more it would take: asked only while nobody uploads.
    private static int RoomForUnfinished(LetterBox box)
    {
        var places = new List<MailPlace>();
        while (box.PutUnfinished(LetterPage.Cover()) is { } place)
        {
            places.Add(place);
        }

        box.TakeBack(places);
        return places.Count;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!isSo())
        {
            await pause.WaitForNextTickAsync(Now);
        }
    }
}
