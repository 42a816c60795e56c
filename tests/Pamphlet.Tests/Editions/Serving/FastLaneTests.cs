using Microsoft.Extensions.Time.Testing;

namespace Pamphlet.Tests.Editions.Serving;

/// <summary>What the web server would have looked after, had the fast lane not stood before it.</summary>
public sealed class FastLaneTests(BothWays both) : IClassFixture<BothWays>
{
    private const string Get = "GET / HTTP/1.1\r\nHost: paper\r\n\r\n";

    [Theory]
    [InlineData(Get, true)]
    [InlineData("HEAD /style.css HTTP/1.1\r\nHost: paper\r\nUser-Agent: x\r\nConnection: Keep-Alive\r\n\r\n", true)]
    [InlineData("GET /nothing HTTP/1.1\r\nHost: paper\r\n\r\n", false)]
    [InlineData("GET /media/large.png HTTP/1.1\r\nHost: paper\r\n\r\n", false)]
    public async Task The_lane_answers_plain_requests_itself_and_only_those(string request, bool stays)
    {
        await using var server = await ServedShelf.StartAsync(isFast: true, both.Shelf);
        await using var client = await server.ConnectAsync();

        await client.SendAsync(request);
        _ = await client.ReadAsync(isHead: request.StartsWith("HEAD", StringComparison.Ordinal));

        Assert.Equal(stays ? 1 : 0, server.Clock!.Count);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: paper\r\nAccept-Encoding: gzip\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: paper\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: paper\r\nConnection: keep-alive, close\r\n\r\n")]
    public async Task Whoever_wants_the_connection_closed_gets_the_page_and_an_end(string request)
    {
        foreach (var server in new[] { both.Fast, both.Plain })
        {
            await using var client = await server.ConnectAsync();
            await client.SendAsync(request);

            Assert.Equal(200, (await client.ReadAsync())!.Status);
            Assert.True(await client.IsClosedAsync());
        }
    }

    [Theory]
    [InlineData("GET http://paper/ HTTP/1.1\r\nHost: paper\r\n\r\n", 200)]
    [InlineData("GET http://paper/style.css?m=1 HTTP/1.1\r\nHost: paper\r\n\r\n", 200)]
    [InlineData("GET http://other/ HTTP/1.1\r\nHost: paper\r\n\r\n", 400)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: paper\r\n\r\n", 404)]
    public async Task The_whole_address_may_stand_in_the_first_line(string request, int status) =>
        Assert.Equal(status, (await both.AskAsync(request)).Status);

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhello")]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("content-length : 5\r\n\r\nhello")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("Content-Length: +5\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\0\r\n\r\n")]
    [InlineData("Host: paper\r\n\r\n")]
    [InlineData("Host: other\r\n\r\n")]
    [InlineData("Upgrade: websocket\r\nConnection: upgrade\r\n\r\n")]
    [InlineData("Expect: 100-continue\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("Name without colon\r\n\r\n")]
    [InlineData(": no name\r\n\r\n")]
    [InlineData("Na me: x\r\n\r\n")]
    [InlineData("Name: caf\u00e9\r\n\r\n")]
    [InlineData("TE: trailers\r\n\r\n")]
    public async Task A_body_or_an_odd_head_is_the_web_servers_to_judge(string rest)
    {
        var request = "GET / HTTP/1.1\r\nHost: paper\r\n" + rest;

        await both.AskAsync(request);
        await using var server = await ServedShelf.StartAsync(isFast: true, both.Shelf);
        await using var client = await server.ConnectAsync();
        await client.SendAsync(request);
        _ = await client.ReadAsync();

        Assert.Equal(0, server.Clock!.Count);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: \r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400)]
    [InlineData("GET  / HTTP/1.1\r\nHost: paper\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1 \r\nHost: paper\r\n\r\n", 400)]
    [InlineData("GET /\u00e9 HTTP/1.1\r\nHost: paper\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.2\r\nHost: paper\r\n\r\n", 505)]
    [InlineData("GET / http/1.1\r\nHost: paper\r\n\r\n", 505)]
    [InlineData("GET index.html HTTP/1.1\r\nHost: paper\r\n\r\n", 405)]
    [InlineData("\r\nGET / HTTP/1.1\r\nHost: paper\r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", 200)]
    public async Task Whatever_is_malformed_is_judged_as_the_web_server_judges(string request, int status) =>
        Assert.Equal(status, (await both.AskAsync(request)).Status);

    [Fact]
    public async Task Many_requests_at_once_are_answered_in_their_order()
    {
        foreach (var server in new[] { both.Fast, both.Plain })
        {
            await using var client = await server.ConnectAsync();
            var tag = (await server.GetAsync("/"))!["ETag"];
            await client.SendAsync(
                Get
                    + "HEAD / HTTP/1.1\r\nHost: paper\r\n\r\n"
                    + "GET /style.css HTTP/1.1\r\nHost: paper\r\n\r\n"
                    + $"GET / HTTP/1.1\r\nHost: paper\r\nIf-None-Match: {tag}\r\n\r\n"
                    + "POST /form HTTP/1.1\r\nHost: paper\r\nContent-Length: 5\r\n\r\nhello"
                    + "GET /2019/05/ HTTP/1.1\r\nHost: paper\r\n\r\n"
                    + "GET /asked?q=yes HTTP/1.1\r\nHost: paper\r\nConnection: close\r\n\r\n"
            );

            Assert.Contains("Front", (await client.ReadAsync())!.Text, StringComparison.Ordinal);
            Assert.Equal(200, (await client.ReadAsync(isHead: true))!.Status);
            Assert.Equal(BothWays.Style, (await client.ReadAsync())!.Text);
            Assert.Equal(304, (await client.ReadAsync())!.Status);
            Assert.Equal("hello", (await client.ReadAsync())!.Text);
            Assert.Equal("May", (await client.ReadAsync())!.Text);
            Assert.Equal("yes", (await client.ReadAsync())!.Text);
            Assert.True(await client.IsClosedAsync());
        }
    }

    [Fact]
    public async Task A_hundred_requests_in_one_piece_are_all_answered()
    {
        await using var client = await both.Fast.ConnectAsync();
        await client.SendAsync(string.Concat(Enumerable.Repeat(Get, 100)));

        for (var i = 0; i < 100; i++)
        {
            Assert.Contains("Front", (await client.ReadAsync())!.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_head_in_two_pieces_is_put_together()
    {
        for (var cut = 1; cut < Get.Length; cut += 3)
        {
            await using var client = await both.Fast.ConnectAsync();
            await client.SendAsync(Get[..cut]);
            await client.SendAsync(Get[cut..] + Get);

            Assert.Equal(200, (await client.ReadAsync())!.Status);
            Assert.Equal(200, (await client.ReadAsync())!.Status);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(20_000)]
    [InlineData(40_000)]
    public async Task A_head_has_the_web_servers_limits(int length)
    {
        var answer = await both.AskAsync($"GET / HTTP/1.1\r\nHost: paper\r\nX: {new string('x', length)}\r\n\r\n");

        Assert.Equal(length > 32 * 1024 ? 431 : 200, answer.Status);
    }

    [Fact]
    public async Task A_target_that_is_too_long_names_no_file()
    {
        Assert.Equal(404, (await both.GetAsync("/" + new string('a', 1025))).Status);
        Assert.Equal(404, (await both.GetAsync("/" + new string('a', 1024))).Status);
        Assert.Equal(404, (await both.GetAsync("/" + new string('a', 1023) + "/")).Status);
        Assert.Equal(404, (await both.GetAsync("/" + string.Concat(Enumerable.Repeat("%61", 1025)))).Status);
    }

    [Fact]
    public async Task A_head_that_never_ends_is_ended_by_the_web_server()
    {
        await using var client = await both.Fast.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: pa");

        var answer = await client.ReadAsync();

        Assert.Equal(408, answer?.Status ?? 408);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task Whoever_keeps_a_place_and_says_nothing_loses_it()
    {
        await using var server = await ServedShelf.StartAsync(isFast: true, both.Shelf);
        await using var silent = await server.ConnectAsync();
        await using var reader = await server.ConnectAsync();
        await reader.SendAsync(Get);
        _ = await reader.ReadAsync();
        await UntilAsync(() => server.Clock!.Count == 2);

        Pass(server.Time, 21);
        Assert.True(await silent.IsClosedAsync());
        await reader.SendAsync(Get);
        Assert.Equal(200, (await reader.ReadAsync())!.Status);
        Pass(server.Time, 76);

        Assert.True(await reader.IsClosedAsync());
        await UntilAsync(() => server.Clock!.Count == 0);
    }

    [Fact]
    public async Task Whoever_asks_and_never_reads_is_not_waited_for()
    {
        await using var server = await ServedShelf.StartAsync(isFast: true, both.Shelf);
        await using var client = await server.ConnectAsync();

        // Short to ask, 24 MB to send: more than the kernel's buffers take.
        const string Long = "GET /long.html HTTP/1.1\r\nHost: a\r\n\r\n";
        await client.SendAsync(string.Concat(Enumerable.Repeat(Long, 400)));
        Assert.Equal(BothWays.Long, (await client.ReadAsync())!.Text);
        while (server.Clock!.Count > 0)
        {
            Pass(server.Time, 10);
            await Task.Yield();
        }

        var answers = 1;
        while (await client.ReadAsync(isCut: true) is not null)
        {
            answers++;
        }

        Assert.InRange(answers, 1, 399);
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_quiet_readers()
    {
        var server = await ServedShelf.StartAsync(isFast: true, both.Shelf);
        await using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        _ = await client.ReadAsync();

        await server.DisposeAsync();

        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task A_reader_who_closes_its_half_gets_the_answer()
    {
        await using var client = await both.Fast.ConnectAsync();
        await client.SendAsync(Get);
        client.CloseSending();

        Assert.Equal(200, (await client.ReadAsync())!.Status);
        Assert.True(await client.IsClosedAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_clear_over_an_encrypted_connection()
    {
        await using var server = await ServedShelf.StartAsync(isFast: true, both.Shelf, encrypted: true);
        await using var client = await server.ConnectAsync(encrypted: true);
        await client.SendAsync(Get + Get + "POST /form HTTP/1.1\r\nHost: paper\r\nContent-Length: 2\r\n\r\nhi");

        Assert.Contains("Front", (await client.ReadAsync())!.Text, StringComparison.Ordinal);
        Assert.Contains("Front", (await client.ReadAsync())!.Text, StringComparison.Ordinal);
        Assert.Equal("hi", (await client.ReadAsync())!.Text);
    }

    [Fact]
    public async Task A_page_that_was_read_is_counted_and_nothing_else()
    {
        await using var server = await ServedShelf.StartAsync(isFast: true, both.Shelf);
        var page = Pamphlet.Editions.Shelving.PathHash.Of("data/index.html"u8);
        await server.AskAsync(Get);
        await server.GetAsync("/?m=1");
        await server.GetAsync("/index.html", "If-None-Match: *");
        await server.AskAsync("HEAD / HTTP/1.1\r\nHost: paper\r\n\r\n", isHead: true);
        await server.GetAsync("/nothing");

        Assert.Equal(3, server.Popular.Of(page));
        Assert.Equal(0, server.Popular.Of(Pamphlet.Editions.Shelving.PathHash.Of("data/404.html"u8)));
    }

    private static void Pass(FakeTimeProvider time, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    // For what another thread does a moment later; a test that hangs here fails by its runner's limit.
    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
