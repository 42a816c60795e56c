using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Desk;

/// <summary>
/// What every form carries so that no other site can send it in an editor's name: a random number and its HMAC under the
/// cookie's own secret. Nothing is kept for it, and no key of it lies on a disk: who copies the disk can make none.
/// </summary>
internal static class FormToken
{
    /// <summary>The hidden field's name.</summary>
    public const string Field = "form-token";

    private const int NonceLength = 16;
    private const int Length = NonceLength + HMACSHA256.HashSizeInBytes;

    /// <param name="secret">The value of the cookie that the form is tied to.</param>
    public static string Make(string secret)
    {
        Span<byte> token = stackalloc byte[Length];
        RandomNumberGenerator.Fill(token[..NonceLength]);
        Sign(secret, token[..NonceLength], token[NonceLength..]);
        return Base64Url.EncodeToString(token);
    }

    public static bool IsOf(string? secret, string typed)
    {
        Span<byte> token = stackalloc byte[Length];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            secret is null
            || typed.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(typed)
            || !Base64Url.TryDecodeFromChars(typed, token, out var written)
            || written != Length
        )
        {
            return false;
        }

        Sign(secret, token[..NonceLength], expected);
        return CryptographicOperations.FixedTimeEquals(expected, token[NonceLength..]);
    }

    private static void Sign(string secret, ReadOnlySpan<byte> nonce, Span<byte> signature)
    {
        // Its own label: the same secret opens a session, and must not be a key for two things.
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "pamphlet: form"u8, key);
        HMACSHA256.HashData(key, nonce, signature);
    }
}
