using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pamphlet.Editions;
using Pamphlet.Editions.Fast;
using Pamphlet.Tests.Editions;
using Pamphlet.Web;

namespace Pamphlet.Tests.Web;

public sealed class CircuitLineTests : IAsyncDisposable
{
    private const string Line = "PROXY TCP6 fc00:dead:beef:4dad::12:34 ::1 52 80\r\n";

    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-test-").FullName;
    private readonly TestShelf shelf = new();
    private readonly LaneClock clock = new(TimeProvider.System);
    private WebApplication? app;

    private string Path => System.IO.Path.Combine(folder, "onion.sock");

    [Theory]
    [InlineData("PROXY TCP6 fc00:dead:beef:4dad::ffff:ffff ::1 65535 80", 0xffff_ffff)]
    [InlineData("PROXY TCP6 fc00:dead:beef:4dad::0:1 ::1 1 80", 1u)]
    public void The_line_that_tor_writes_is_understood(string line, uint circuit) =>
        Assert.Equal(circuit, CircuitLine.Parse(Encoding.ASCII.GetBytes(line)));

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("PROXY UNKNOWN")]
    [InlineData("PROXY TCP4 127.0.0.1 127.0.0.1 1 80")]
    [InlineData("PROXY TCP6 2001:db8::1 ::1 1 80")]
    [InlineData("PROXY TCP6 fc00:dead:beef:4dad:1::1 ::1 1 80")]
    [InlineData("PROXY TCP6 fc00:dead:beef:4dad::1:1 ::1 65536 80")]
    [InlineData("PROXY TCP6 fc00:dead:beef:4dad::1:1 ::1 1 80 more")]
    [InlineData("proxy TCP6 fc00:dead:beef:4dad::1:1 ::1 1 80")]
    public void Any_other_line_is_not(string line) => Assert.Null(CircuitLine.Parse(Encoding.ASCII.GetBytes(line)));

    [Fact]
    public async Task Requests_of_one_circuit_have_one_key_and_those_of_another_have_another()
    {
        await StartAsync();

        var first = await AskAsync(Line + Get("/circuit"));
        var again = await AskAsync(Line + Get("/circuit"));
        var other = await AskAsync(Line.Replace("12:34", "12:35", StringComparison.Ordinal) + Get("/circuit"));

        Assert.StartsWith("HTTP/1.1 200", first, StringComparison.Ordinal);
        Assert.Equal(Body(first), Body(again));
        Assert.NotEqual(Body(first), Body(other));
        Assert.DoesNotContain("1193012", Body(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_may_come_in_pieces_and_two_requests_may_follow_it()
    {
        await StartAsync();

        var answers = await AskAsync(
            Line[..7],
            Line[7..30],
            Line[30..] + Get("/circuit", close: false),
            Get("/circuit")
        );

        Assert.Equal(2, answers.Split("HTTP/1.1 200").Length - 1);
    }

    [Fact]
    public async Task The_editions_pages_come_through_the_fast_lane_behind_it()
    {
        shelf.Whole(("data/index.html", "hello"));
        await StartAsync();

        var answers = await AskAsync(Line + Get("/", close: false), Get("/circuit"));

        Assert.StartsWith("HTTP/1.1 200", answers, StringComparison.Ordinal);
        Assert.Contains("hello", answers, StringComparison.Ordinal);
        Assert.Equal(2, answers.Split("HTTP/1.1 200").Length - 1);
    }

    [Theory]
    [InlineData("GET /circuit HTTP/1.1\r\nHost: paper\r\n\r\n")]
    [InlineData("PROXY TCP6 2001:db8::1 ::1 1 80\r\nGET /circuit HTTP/1.1\r\nHost: paper\r\n\r\n")]
    [InlineData(
        "PROXY TCP6 fc00:dead:beef:4dad::1:1 ::1 1 80 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    )]
    public async Task A_connection_that_begins_otherwise_is_dropped_without_a_word(string bytes)
    {
        await StartAsync();

        Assert.Equal("", await AskAsync(bytes));
    }

    [Theory]
    [InlineData("onion:/run/onion.sock", true)]
    [InlineData("http://unix:/run/paper.sock", false)]
    public void An_address_says_whether_tor_calls_there(string text, bool isOnion)
    {
        Assert.True(ListenAddress.TryParse(text, out var address));
        Assert.Equal(isOnion, address.IsOnion);
        Assert.NotNull(address.Socket);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        clock.Dispose();
        shelf.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Get(string path, bool close = true) =>
        $"GET {path} HTTP/1.1\r\nHost: paper\r\n{(close ? "Connection: close\r\n" : "")}\r\n";

    private static string Body(string answer) => answer.Split("\r\n\r\n", 2)[1];

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            ListenAddress
                .Onion(Path)
                .Listen(
                    kestrel,
                    listen =>
                    {
                        new CircuitLine(TimeProvider.System).Use(listen);
                        new FastLane(shelf.Shelf, new PopularCount(), clock).Use(listen);
                    }
                )
        );
        app = builder.Build();
        app.MapGet("/circuit", (HttpContext context) => $"{context.Features.Get<Circuit>()?.Key}");
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> AskAsync(params string[] pieces)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path), TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket);
        try
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(piece), TestContext.Current.CancellationToken);
            }

            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A reset is a drop too.
            return "";
        }
    }
}
