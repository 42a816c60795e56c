using System.Net;
using System.Net.Sockets;
using System.Text;
using Pamphlet.Pictures.Fetching;

namespace Pamphlet.Tests.Pictures;

public sealed class FetchPicturesTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    public void A_closed_network_is_known(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("142.250.185.78")]
    [InlineData("172.32.0.1")]
    [InlineData("2a00:1450:4001:830::200e")]
    public void The_open_internet_is_known(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/a.png")]
    [InlineData("http://2130706433/a.png")]
    [InlineData("http://0x7f.1/a.png")]
    [InlineData("http://[::1]/a.png")]
    [InlineData("http://localhost/a.png")]
    [InlineData("http://router/a.png")]
    [InlineData("http://printer.local/a.png")]
    [InlineData("http://user@example.org/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a.png")]
    [InlineData("no address")]
    public async Task Nobody_is_asked_at_such_an_address(string address)
    {
        var fetched = Assert.Single(await FetchAsync(new FetchWishes(), address));

        Assert.Null(fetched.Content);
        Assert.Equal("leads where pictures are not fetched from", fetched.Failure);
    }

    [Fact]
    public async Task A_picture_is_fetched_once_and_nothing_is_told_but_its_address()
    {
        await using var host = new TestHost(_ =>
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\nConnection: close\r\n\r\nPNG!"
        );

        var fetched = Assert.Single(await FetchAsync(host.Wishes, host.At("/a.png"), host.At("/a.png")));

        Assert.Equal("PNG!"u8.ToArray(), fetched.Content);
        var asked = Assert.Single(host.Asked);
        var lines = asked.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["GET /a.png HTTP/1.1", $"Host: {host.Name}", "User-Agent: Mozilla/5.0"],
            lines.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_redirect_into_a_closed_network_is_not_followed()
    {
        await using var host = new TestHost(_ =>
            "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/meta-data\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );

        var fetched = Assert.Single(await FetchAsync(host.Wishes, host.At("/a.png")));

        Assert.Equal("leads where pictures are not fetched from", fetched.Failure);
    }

    [Fact]
    public async Task A_name_that_resolves_into_a_closed_network_is_not_asked()
    {
        await using var host = new TestHost(_ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var address = new Uri($"http://localhost:{host.Port}/a.png");
        using var open = FetchDoor.Open(host.Wishes);
        using var closed = FetchDoor.Open(new FetchWishes());

        // Without the first the second would prove nothing.
        using var answer = await open.GetAsync(address, Now);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => closed.GetAsync(address, Now));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.IsType<ClosedAddressException>(refused.InnerException);
        Assert.Single(host.Asked);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "answered 404")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi",
        "is no picture"
    )]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n",
        "is too large"
    )]
    [InlineData(
        "HTTP/1.1 302 Found\r\nLocation: /again.png\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "leads in a circle"
    )]
    [InlineData("nonsense\r\n\r\n", "could not be reached")]
    public async Task A_failure_is_an_answer(string answer, string failure)
    {
        await using var host = new TestHost(_ => answer);

        Assert.Equal(failure, Assert.Single(await FetchAsync(host.Wishes, host.At("/a.png"))).Failure);
    }

    [Fact]
    public async Task A_stream_without_a_length_is_cut_at_the_limit()
    {
        await using var host = new TestHost(_ =>
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n" + new string('x', 300_000)
        );

        Assert.Equal(
            "is too large",
            Assert.Single(await FetchAsync(host.Wishes with { MostBytes = 200_000 }, host.At("/a.png"))).Failure
        );
    }

    private static async Task<List<FetchedPicture>> FetchAsync(FetchWishes wishes, params string[] addresses)
    {
        using var fetch = new FetchPictures(wishes);
        return await fetch.RunAsync(addresses, Now).ToListAsync(Now);
    }

    /// <summary>Answers on this machine, each connection once.</summary>
    private sealed class TestHost : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly Task work;

        public TestHost(Func<string, string> answer)
        {
            listener.Start();
            work = Task.Run(() => AnswerAsync(answer));
        }

        public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = new();

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public string Name => $"127.0.0.1:{Port}";

        public FetchWishes Wishes { get; } =
            new() { IsOpen = address => IPAddress.IsLoopback(address) || PublicAddress.Is(address) };

        public string At(string path) => $"http://{Name}{path}";

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            listener.Stop();
            await work;
            stop.Dispose();
            listener.Dispose();
        }

        private async Task AnswerAsync(Func<string, string> answer)
        {
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    using var client = await listener.AcceptTcpClientAsync(stop.Token);
                    await using var stream = client.GetStream();
                    var head = new StringBuilder();
                    var buffer = new byte[4096];
                    while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
                    {
                        var read = await stream.ReadAsync(buffer, stop.Token);
                        if (read == 0)
                        {
                            break;
                        }

                        head.Append(Encoding.ASCII.GetString(buffer, 0, read));
                    }

                    Asked.Enqueue(head.ToString());
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(head.ToString())), stop.Token);
                }
            }
            catch (Exception exception)
                when (exception
                        is OperationCanceledException
                            or IOException
                            or SocketException
                            or ObjectDisposedException
                )
            {
                // The test is over, or the other side had enough.
            }
        }
    }
}
