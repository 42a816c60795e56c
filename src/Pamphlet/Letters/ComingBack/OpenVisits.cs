using System.Buffers.Text;
using System.Security.Cryptography;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;

namespace Pamphlet.Letters.ComingBack;

/// <summary>
/// Who typed a codename need not type it again for half an hour: the page carries a key, and this memory, and no disk, holds what
/// only that key opens.
/// </summary>
internal sealed class OpenVisits(TimeProvider time)
{
    private const int KeyBytes = 32;
    private const int TagBytes = 16;
    private const int MostKept = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly Lock turn = new();
    private readonly Dictionary<string, (byte[] Sealed, DateTimeOffset Until)> visits = new(StringComparer.Ordinal);

    /// <returns>What the page carries.</returns>
    public string Open(HybridIdentity reader)
    {
        using var key = SecretBytes.Random(KeyBytes);
        var held = new byte[HybridIdentity.SeedBytes + TagBytes];
        using (var cipher = new ChaCha20Poly1305(key.Span))
        {
            // Each key is used once: its one nonce may be zeros.
            cipher.Encrypt(
                new byte[12],
                reader.Seed,
                held.AsSpan(0, HybridIdentity.SeedBytes),
                held.AsSpan(HybridIdentity.SeedBytes)
            );
        }

        lock (turn)
        {
            ForgetOld();
            visits[NameOf(key.Span)] = (held, time.GetUtcNow() + Kept);
        }

        return Base64Url.EncodeToString(key.Span);
    }

    /// <returns>Null: too long ago, or none of ours. The caller disposes of it.</returns>
    public Visitor? Find(string text)
    {
        using var key = new SecretBytes(KeyBytes);
        if (
            text.Length != Base64Url.GetEncodedLength(KeyBytes)
            || !Base64Url.TryDecodeFromChars(text, key.Span, out var length)
            || length != KeyBytes
        )
        {
            return null;
        }

        byte[] held;
        lock (turn)
        {
            if (!visits.TryGetValue(NameOf(key.Span), out var found) || found.Until < time.GetUtcNow())
            {
                return null;
            }

            held = [.. found.Sealed];
        }

        using var seed = new SecretBytes(HybridIdentity.SeedBytes);
        using var cipher = new ChaCha20Poly1305(key.Span);
        cipher.Decrypt(
            new byte[12],
            held.AsSpan(0, HybridIdentity.SeedBytes),
            held.AsSpan(HybridIdentity.SeedBytes),
            seed.Span
        );
        return new Visitor(HybridIdentity.FromSeed(seed.Span));
    }

    /// <summary>What nobody came back to is zeros: called every hour, whether or not anybody comes.</summary>
    public void Forget()
    {
        lock (turn)
        {
            ForgetOld();
        }
    }

    private static string NameOf(ReadOnlySpan<byte> key) => Convert.ToHexString(SHA256.HashData(key));

    private void ForgetOld()
    {
        var now = time.GetUtcNow();
        foreach (var old in visits.Where(visit => visit.Value.Until < now).Select(visit => visit.Key).ToList())
        {
            Remove(old);
        }

        if (visits.Count >= MostKept)
        {
            Remove(visits.MinBy(visit => visit.Value.Until).Key);
        }
    }

    private void Remove(string name)
    {
        if (visits.Remove(name, out var gone))
        {
            CryptographicOperations.ZeroMemory(gone.Sealed);
        }
    }
}

/// <summary>Somebody who typed a codename.</summary>
internal sealed class Visitor(HybridIdentity identity) : IDisposable
{
    public HybridIdentity Identity => identity;

    public void Dispose() => identity.Dispose();
}
