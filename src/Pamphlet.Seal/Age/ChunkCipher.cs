using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pamphlet.Seal.Age;

/// <summary>The content's cipher: chunks of 64 KiB, each with its number and whether it is the last.</summary>
internal sealed class ChunkCipher : IDisposable
{
    public const int PlainBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int SealedBytes = PlainBytes + TagBytes;
    public const int NonceBytes = 16;

    private readonly ChaCha20Poly1305 cipher;
    private ulong number;

    public ChunkCipher(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, nonce, "payload"u8);
        cipher = new ChaCha20Poly1305(key);
        CryptographicOperations.ZeroMemory(key);
    }

    public bool IsFirst => number == 0;

    public void Seal(ReadOnlySpan<byte> plain, Span<byte> sealedChunk, bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        WriteNonce(nonce, isLast);
        cipher.Encrypt(nonce, plain, sealedChunk[..plain.Length], sealedChunk[plain.Length..]);
        number++;
    }

    public bool TryOpen(ReadOnlySpan<byte> sealedChunk, Span<byte> plain, bool isLast)
    {
        Span<byte> nonce = stackalloc byte[12];
        WriteNonce(nonce, isLast);
        try
        {
            cipher.Decrypt(nonce, sealedChunk[..^TagBytes], sealedChunk[^TagBytes..], plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        number++;
        return true;
    }

    public void Dispose() => cipher.Dispose();

    // Eleven bytes of number, of which a file of 2^64 chunks would need eight; one that says whether it is the last.
    private void WriteNonce(Span<byte> nonce, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(nonce[3..], number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
    }
}
