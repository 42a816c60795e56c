using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// What a correspondent's machine asks of the server that holds the mail: fetch it, or take answers. Signed by the paper's key over a
/// challenge of the server's, so that nobody else may, and nobody can say it a second time.
/// </summary>
public sealed class SignedCall
{
    /// <summary>Bytes of a challenge.</summary>
    public const int ChallengeBytes = 40;

    private const string Head = "pamphlet letters call v1";
    private const int LongestHead = 512;

    private SignedCall(byte[] challenge, ReadOnlyMemory<byte> body)
    {
        (Challenge, Body) = (challenge, body);
    }

    /// <summary>The server's, as it is claimed: whether it was given and is fresh, the server knows.</summary>
    public ReadOnlyMemory<byte> Challenge { get; }

    /// <summary>What is asked.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Writes a call.</summary>
    public static byte[] Write(LettersIdentity identity, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var signature = identity.Sign(SignedPurpose.Call, Bound(challenge, body));
        var head = $"{Head}\n{Convert.ToBase64String(challenge)}\n{Convert.ToBase64String(signature)}\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>Reads what anybody may have sent.</summary>
    /// <returns>False: it is no call, or another key than the paper's signed it.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, LettersKey paper, [NotNullWhen(true)] out SignedCall? call)
    {
        ArgumentNullException.ThrowIfNull(paper);
        call = null;
        var rest = bytes;
        if (
            !TryLine(ref rest, out var head)
            || !string.Equals(head, Head, StringComparison.Ordinal)
            || !TryLine(ref rest, out var claimed)
            || !Letters64.TryReadPadded(Encoding.ASCII.GetBytes(claimed), out var challenge)
            || challenge.Length != ChallengeBytes
            || !TryLine(ref rest, out var signed)
            || !Letters64.TryReadPadded(Encoding.ASCII.GetBytes(signed), out var signature)
            || !paper.HasSigned(SignedPurpose.Call, Bound(challenge, rest.Span), signature)
        )
        {
            return false;
        }

        call = new SignedCall(challenge, rest);
        return true;
    }

    private static byte[] Bound(ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> body) =>
        [.. challenge, .. SHA256.HashData(body)];

    private static bool TryLine(ref ReadOnlyMemory<byte> rest, out string line)
    {
        var end = rest.Span[..Math.Min(rest.Length, LongestHead)].IndexOf((byte)'\n');
        line = end < 0 ? "" : Encoding.ASCII.GetString(rest.Span[..end]);
        rest = end < 0 ? rest : rest[(end + 1)..];
        return end >= 0;
    }
}
