using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Comments;

/// <summary>
/// What shows that a comment is yours: its public name and 128 bits that follow from a secret which only your browser had, or
/// nobody has any more. We keep a hash, so that a seized database neither opens a comment nor joins two of one hand.
/// </summary>
internal sealed record CommentCode(string PublicId, string Secret)
{
    /// <summary>Bytes of the secret that a browser may keep.</summary>
    public const int SecretSize = 32;

    private const int PublicLength = 10;
    private const int SecretLength = 26;
    private const int Group = 6;

    // Crockford's: no I, L, O or U, which somebody who copies by hand takes for another.
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>As it is shown: in groups that a hand can copy.</summary>
    public string Text => string.Join('-', (PublicId + Secret).Chunk(Group).Select(letters => new string(letters)));

    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes($"{PublicId} {Secret}"));

    /// <summary>A name that no comment has yet.</summary>
    public static string NewPublicId() => RandomNumberGenerator.GetString(Letters, PublicLength);

    public static CommentCode Of(string publicId, ReadOnlySpan<byte> browsersSecret)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(browsersSecret, Encoding.UTF8.GetBytes(publicId), mac);
        var secret = new char[SecretLength];
        var bits = new UInt128(BitConverter.ToUInt64(mac), BitConverter.ToUInt64(mac[sizeof(ulong)..]));
        for (var i = 0; i < SecretLength; i++)
        {
            secret[i] = Letters[(int)(bits & 31)];
            bits >>= 5;
        }

        return new CommentCode(publicId, new string(secret));
    }

    /// <summary>Reads what somebody typed: capitals, spaces and look-alikes are forgiven.</summary>
    /// <returns>Never null: what is no code fits no comment, at the same cost.</returns>
    public static CommentCode Parse(string typed)
    {
        var letters = new StringBuilder();
        foreach (var typedLetter in typed.Take(200))
        {
            var letter = char.ToLowerInvariant(typedLetter) switch
            {
                'o' => '0',
                'i' or 'l' => '1',
                var other => other,
            };
            if (Letters.Contains(letter, StringComparison.Ordinal))
            {
                letters.Append(letter);
            }
        }

        var all = letters.ToString();
        return all.Length == PublicLength + SecretLength
            ? new CommentCode(all[..PublicLength], all[PublicLength..])
            : new CommentCode("", new string('0', SecretLength));
    }

    /// <summary>Whether it is the code of a comment whose hash this is.</summary>
    public bool Fits(byte[]? hash) =>
        CryptographicOperations.FixedTimeEquals(Hash, hash ?? new byte[SHA256.HashSizeInBytes]) && hash is not null;
}
