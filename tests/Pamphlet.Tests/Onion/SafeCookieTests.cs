using System.Net.Sockets;
using System.Security.Cryptography;
using Pamphlet.Onion.Control;

namespace Pamphlet.Tests.Onion;

/// <summary>Somebody else at tor's socket: they learn nothing, and are told from tor.</summary>
public sealed class SafeCookieTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-control-").FullName;

    [Fact]
    public async Task Who_does_not_know_the_cookie_is_not_told_anything_more()
    {
        var cookie = RandomNumberGenerator.GetBytes(32);
        await File.WriteAllBytesAsync(Cookie, cookie, TestContext.Current.CancellationToken);
        var heard = ImpostorAsync(
            $"250-PROTOCOLINFO 1\r\n250-AUTH METHODS=COOKIE,SAFECOOKIE COOKIEFILE=\"{Cookie}\"\r\n250 OK\r\n",
            $"250 AUTHCHALLENGE SERVERHASH={new string('A', 64)} SERVERNONCE={new string('B', 64)}\r\n"
        );

        var tor = await ControlConnection.OpenAsync(Socket, _ => { }, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<TorRefusedException>(() =>
            SafeCookie.AuthenticateAsync(tor, TestContext.Current.CancellationToken)
        );
        await tor.DisposeAsync();

        Assert.Contains("not the tor that wrote the cookie", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTHENTICATE", await heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tor_that_wants_a_password_is_answered_with_what_to_set()
    {
        _ = ImpostorAsync("250-PROTOCOLINFO 1\r\n250-AUTH METHODS=HASHEDPASSWORD\r\n250 OK\r\n");

        await using var tor = await ControlConnection.OpenAsync(
            Socket,
            _ => { },
            TestContext.Current.CancellationToken
        );
        var refused = await Assert.ThrowsAsync<TorRefusedException>(() =>
            SafeCookie.AuthenticateAsync(tor, TestContext.Current.CancellationToken)
        );

        Assert.Contains("CookieAuthentication 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tor_tells_unasked_does_not_mix_with_its_answers()
    {
        var told = new List<string>();
        _ = ImpostorAsync("650 HS_DESC UPLOADED one\r\n250-version=0.4.9.11\r\n250 OK\r\n650 HS_DESC UPLOADED two\r\n");

        await using var tor = await ControlConnection.OpenAsync(
            Socket,
            told.Add,
            TestContext.Current.CancellationToken
        );
        var answer = await tor.AskAsync("GETINFO version", TestContext.Current.CancellationToken);
        await tor.Closed;

        Assert.Equal("0.4.9.11", answer.Value("version"));
        Assert.Equal(["HS_DESC UPLOADED one", "HS_DESC UPLOADED two"], told);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Socket => Path.Combine(folder, "control");

    private string Cookie => Path.Combine(folder, "cookie");

    // Answers each line with the next of its answers, and then hangs up.
    private async Task<string> ImpostorAsync(params string[] answers)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Socket));
        listener.Listen();
        using var connection = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream);
        var heard = "";
        foreach (var answer in answers)
        {
            heard += await reader.ReadLineAsync(TestContext.Current.CancellationToken);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        }

        // What comes before the other side hangs up; an answer to the last challenge would be heard here.
        return answers.Length > 1 ? heard + await reader.ReadToEndAsync(TestContext.Current.CancellationToken) : heard;
    }
}
