using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Onion.Control;

/// <summary>
/// Shows tor that we may read its cookie file, and has it show the same, without either telling the other what is in it:
/// somebody who only pretends to be tor learns nothing.
/// </summary>
internal static partial class SafeCookie
{
    /// <exception cref="TorRefusedException">tor wants something else, or is not the tor that wrote the cookie.</exception>
    public static async Task AuthenticateAsync(ControlConnection tor, CancellationToken cancel)
    {
        var offer = string.Join('\n', (await tor.AskAsync("PROTOCOLINFO 1", cancel)).MustBeGood().Lines);
        var methods = Methods().Match(offer).Groups["value"].Value.Split(',');
        if (methods.Contains("NULL", StringComparer.Ordinal))
        {
            (await tor.AskAsync("AUTHENTICATE", cancel)).MustBeGood();
            return;
        }

        if (!methods.Contains("SAFECOOKIE", StringComparer.Ordinal))
        {
            throw new TorRefusedException("It asks for a password. Set CookieAuthentication 1 in its torrc");
        }

        var cookie = await ReadAsync(CookieFile().Match(offer).Groups["value"].Value, cancel);
        var ours = RandomNumberGenerator.GetBytes(32);
        var challenge = (
            await tor.AskAsync($"AUTHCHALLENGE SAFECOOKIE {Convert.ToHexString(ours)}", cancel)
        ).MustBeGood();
        var theirs = Convert.FromHexString(Nonce().Match(challenge.Lines[0]).Groups["value"].Value);
        var shown = Convert.FromHexString(Hash().Match(challenge.Lines[0]).Groups["value"].Value);
        byte[] message = [.. cookie, .. ours, .. theirs];
        if (!CryptographicOperations.FixedTimeEquals(shown, Mac("server-to-controller", message)))
        {
            throw new TorRefusedException("What answers is not the tor that wrote the cookie file");
        }

        var proof = Convert.ToHexString(Mac("controller-to-server", message));
        (await tor.AskAsync($"AUTHENTICATE {proof}", cancel)).MustBeGood();
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new TorRefusedException($"Its cookie file {file} cannot be read by this user");
        }
    }

    private static byte[] Mac(string direction, byte[] message) =>
        HMACSHA256.HashData(Encoding.ASCII.GetBytes($"Tor safe cookie authentication {direction} hash"), message);

    [GeneratedRegex("METHODS=(?<value>[A-Z,]+)", RegexOptions.None, 1000)]
    private static partial Regex Methods();

    [GeneratedRegex("COOKIEFILE=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.None, 1000)]
    private static partial Regex CookieFile();

    [GeneratedRegex("SERVERNONCE=(?<value>[0-9A-F]+)", RegexOptions.None, 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex("SERVERHASH=(?<value>[0-9A-F]+)", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
