using System.Text;

namespace Pamphlet.Tests.Editions.Serving;

/// <summary>Requests broken at random: the fast lane answers none of them otherwise than the web server does.</summary>
public sealed class OddRequestTests(BothWays both) : IClassFixture<BothWays>
{
    // What is left of the broken one must not change what comes after it.
    private const string Last = "GET /style.css HTTP/1.1\r\nHost: paper\r\nConnection: close\r\n\r\n";

    private static readonly string[] Seeds =
    [
        "GET /index.html HTTP/1.1\r\nHost: paper\r\nAccept-Encoding: gzip;q=0.5, br\r\nIf-None-Match: \"a\", W/\"b\"\r\n\r\n",
        "HEAD /2019/05/%C4%91%E1%BA%A5u-tranh.html HTTP/1.1\r\nHost: [::1]:80\r\nConnection: keep-alive\r\nUser-Agent: x\r\n\r\n",
        "GET /2019/05/a%20b.html HTTP/1.1\r\nHost: paper.onion\r\nX-Forwarded-Proto: https\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: paper\r\nX-Forwarded-Proto: https\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: paper\r\nContent-Length: 0\r\nCookie: a=b\r\nRange: bytes=0-5\r\n\r\n",
    ];

    private static readonly string[] Pieces =
    [
        "\r\n",
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        ":",
        "%",
        "%00",
        "%2e",
        "/",
        "//",
        "?",
        "#",
        ";",
        "\u00e9",
        "\u007f",
        "HTTP/1.0",
        "Host: b\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Length: 3\r\n",
        "Connection: close\r\n",
        " folded\r\n",
        "\"",
        ",",
        "*",
        "q=0",
    ];

    [Fact]
    public async Task A_request_broken_at_random_is_answered_alike_by_both()
    {
        var answered = 0;
        ulong state = 20261122;
        for (var i = 0; i < 600; i++)
        {
            var request = Seeds[Next(Seeds.Length)];
            for (var breaks = 1 + Next(2); breaks > 0; breaks--)
            {
                var at = Next(request.Length);
                request = Next(3) switch
                {
                    0 => request.Insert(at, Pieces[Next(Pieces.Length)]),
                    1 => request.Remove(at, 1),
                    _ => string.Concat(request.AsSpan(0, at), Pieces[Next(Pieces.Length)], request.AsSpan(at + 1)),
                };
            }

            var isHead = request.StartsWith("HEAD", StringComparison.Ordinal);
            answered += (await AskAsync(request, isHead)) is 200 or 304 ? 1 : 0;
        }

        Assert.InRange(answered, 100, 599);

        int Next(int below)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            return (int)((state >> 33) % (ulong)below);
        }
    }

    private async Task<int> AskAsync(string request, bool isHead)
    {
        var answers = new List<string?>();
        var status = 0;
        foreach (var server in new[] { both.Fast, both.Plain })
        {
            await using var client = await server.ConnectAsync();
            await client.SendAsync(request + Last);
            var first = await client.ReadAsync(isHead, isCut: true);
            status = first?.Status ?? 0;
            var said = new StringBuilder(first?.Essence);
            while (await client.ReadAsync(isCut: true) is { } more)
            {
                said.Append('\n').Append(more.Essence);
            }

            answers.Add(said.ToString());
        }

        Assert.True(
            string.Equals(answers[0], answers[1], StringComparison.Ordinal),
            $"{request}\n--- fast\n{answers[0]}\n--- plain\n{answers[1]}"
        );
        return status;
    }
}
