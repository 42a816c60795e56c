using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Pamphlet.Rendering;

namespace Pamphlet.Writing.NeverPublish;

/// <summary>The key of a list, made of its passphrase; only in memory.</summary>
internal sealed class ListKey
{
    public const int HashLength = 16;

    // 64 MiB and three passes: half a second on a small server, and as much for each guess.
    private static readonly Argon2id Kdf = new(
        new Argon2Parameters
        {
            DegreeOfParallelism = 1,
            MemorySize = 64 * 1024,
            NumberOfPasses = 3,
        }
    );

    private readonly byte[] key;

    private ListKey(byte[] key)
    {
        this.key = key;
    }

    public static ListKey Of(string passphrase, ReadOnlySpan<byte> salt) =>
        new(Kdf.DeriveBytes(CleanText.Of(passphrase), salt, 32));

    public byte[] Proof() => HMACSHA256.HashData(key, "pamphlet never-publish proof"u8);

    /// <summary>Of folded words, parted by single spaces.</summary>
    public byte[] HashOf(string folded)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"word {folded}"), hash);
        return hash[..HashLength].ToArray();
    }

    public void Forget() => CryptographicOperations.ZeroMemory(key);
}
