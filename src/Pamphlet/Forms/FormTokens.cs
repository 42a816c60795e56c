using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Forms;

/// <summary>
/// What a form carries to show that we made it, for what, when, and that it was not sent before. Nothing is kept but which were
/// used, in memory: a restart makes open forms stale, and a stale form comes back filled, with a new token.
/// </summary>
internal sealed class FormTokens(TimeProvider time)
{
    /// <summary>Nobody reads, thinks and writes quicker; programs do.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(8);

    public static readonly TimeSpan Latest = TimeSpan.FromHours(12);

    private const int NonceSize = 12;
    private const int MacSize = 16;
    private const int Size = sizeof(long) + NonceSize + MacSize;

    // About 10 MB a generation. A flood that fills one makes older forms stale and loses nothing.
    private const int MostUsed = 200_000;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock turn = new();
    private HashSet<UInt128> used = [];
    private HashSet<UInt128> usedBefore = [];
    private long usedSince = long.MinValue;
    private long floor = long.MinValue;

    /// <param name="purpose">Which form it is, and about what: <c>comment 42 17</c>.</param>
    public string Issue(string purpose)
    {
        Span<byte> token = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(token, time.GetUtcNow().ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token.Slice(sizeof(long), NonceSize));
        Sign(purpose, token[..^MacSize], token[^MacSize..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Whether a form could be sent with it now; it stays as it is.</summary>
    public FormTokenVerdict Check(string purpose, string token) => Judge(purpose, token, spend: false);

    /// <summary>Uses it up, if it is good.</summary>
    public FormTokenVerdict Spend(string purpose, string token) => Judge(purpose, token, spend: true);

    private FormTokenVerdict Judge(string purpose, string text, bool spend)
    {
        Span<byte> token = stackalloc byte[Size];
        Span<byte> mac = stackalloc byte[MacSize];
        if (
            text.Length != Base64Url.GetEncodedLength(Size)
            || !Base64Url.TryDecodeFromChars(text, token, out var length)
            || length != Size
        )
        {
            return FormTokenVerdict.Stale;
        }

        Sign(purpose, token[..^MacSize], mac);
        var issued = BinaryPrimitives.ReadInt64BigEndian(token);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (!CryptographicOperations.FixedTimeEquals(mac, token[^MacSize..]) || now - issued > Latest.TotalSeconds)
        {
            return FormTokenVerdict.Stale;
        }

        if (now - issued < Soonest.TotalSeconds)
        {
            return FormTokenVerdict.TooSoon;
        }

        var nonce = BinaryPrimitives.ReadUInt128BigEndian(token[^MacSize..]);
        lock (turn)
        {
            Turn(now);
            return issued < floor ? FormTokenVerdict.Stale
                : used.Contains(nonce) || usedBefore.Contains(nonce) ? FormTokenVerdict.Used
                : !spend || used.Add(nonce) ? FormTokenVerdict.Good
                : FormTokenVerdict.Used;
        }
    }

    // Two generations: what was used is known for as long as its token could be sent again.
    private void Turn(long now)
    {
        if (usedSince == long.MinValue)
        {
            usedSince = now;
        }

        var isFull = used.Count >= MostUsed;
        if (!isFull && now - usedSince <= Latest.TotalSeconds)
        {
            return;
        }

        // What the forgotten generation held was issued before this one began.
        floor = usedSince;
        (usedBefore, used, usedSince) = (used, [], now);
    }

    private void Sign(string purpose, ReadOnlySpan<byte> claim, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. claim, .. Encoding.UTF8.GetBytes(purpose)], whole);
        whole[..MacSize].CopyTo(mac);
    }
}

internal enum FormTokenVerdict
{
    Good,

    /// <summary>Not a fault of the reader's: they are asked to send again.</summary>
    TooSoon,

    /// <summary>Too old, of another form, or from before a restart.</summary>
    Stale,

    Used,
}
