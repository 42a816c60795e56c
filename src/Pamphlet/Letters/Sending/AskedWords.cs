using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// Which three words of a codename are asked for, and how we know them again without keeping any: what the page carries was made with
/// a key that this run of the program draws and forgets.
/// </summary>
internal sealed class AskedWords
{
    public const int Count = 3;

    private const int NonceBytes = 16;
    private const int MacBytes = 16;
    private const int Bytes = NonceBytes + Count + (Count * MacBytes) + MacBytes;

    // Who tries all 1,024 words in a place would have three of the ten from a page that somebody left open.
    private const int MostTries = 12;
    private const int MostKept = 20_000;

    private readonly Lock turn = new();
    private readonly Dictionary<UInt128, int> tries = [];
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>What the page carries: three places, and marks of the words that belong there.</summary>
    public string Choose(Codename codename)
    {
        var places = Enumerable.Range(0, Codename.Words).ToArray();
        RandomNumberGenerator.Shuffle<int>(places);
        Array.Sort(places, 0, Count);
        Span<byte> proof = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(proof[..NonceBytes]);
        for (var i = 0; i < Count; i++)
        {
            proof[NonceBytes + i] = (byte)places[i];
            Mark(proof[..NonceBytes], places[i], codename.Place(places[i]), MacOf(proof, i));
        }

        Seal(proof[..^MacBytes], proof[^MacBytes..]);
        return Base64Url.EncodeToString(proof);
    }

    /// <summary>The places that are asked for, from 0; null: this is none of ours.</summary>
    public static int[]? Places(string proof) =>
        TryRead(proof) is { } read ? [.. read.AsSpan(NonceBytes, Count).ToArray().Select(place => (int)place)] : null;

    /// <summary>Whether somebody typed the word that belongs at the place, by its first four letters.</summary>
    /// <returns>Null: it was made before the program was started anew, is none of ours, or was tried too often.</returns>
    public bool[]? Judge(string proof, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        if (TryRead(proof) is not { } read || !IsOurs(read) || !MayTry(read))
        {
            return null;
        }

        return [IsRight(read, 0, first), IsRight(read, 1, second), IsRight(read, 2, third)];
    }

    // After a restart a right word must not be called wrong.
    private bool IsOurs(byte[] proof)
    {
        Span<byte> expected = stackalloc byte[MacBytes];
        Seal(proof.AsSpan(..^MacBytes), expected);
        return CryptographicOperations.FixedTimeEquals(expected, proof.AsSpan(^MacBytes..));
    }

    private void Seal(ReadOnlySpan<byte> claim, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. "asked"u8, .. claim], whole);
        whole[..MacBytes].CopyTo(mac);
    }

    private bool MayTry(byte[] proof)
    {
        var nonce = BinaryPrimitives.ReadUInt128BigEndian(proof);
        lock (turn)
        {
            if (tries.Count >= MostKept)
            {
                tries.Clear();
            }

            return (tries[nonce] = tries.GetValueOrDefault(nonce) + 1) <= MostTries;
        }
    }

    private static Span<byte> MacOf(Span<byte> proof, int i) =>
        proof.Slice(NonceBytes + Count + (i * MacBytes), MacBytes);

    private static byte[]? TryRead(string proof)
    {
        var bytes = new byte[Bytes];
        return
            proof.Length == Base64Url.GetEncodedLength(Bytes)
            && Base64Url.TryDecodeFromChars(proof, bytes, out var length)
            && length == Bytes
            && !bytes.AsSpan(NonceBytes, Count).ContainsAnyExceptInRange((byte)0, (byte)(Codename.Words - 1))
            ? bytes
            : null;
    }

    private bool IsRight(byte[] proof, int i, ReadOnlySpan<byte> typed)
    {
        var word = CodenameWords.Find(typed.Trim(" \t\r\n"u8));
        Span<byte> expected = stackalloc byte[MacBytes];
        Mark(proof.AsSpan(0, NonceBytes), proof[NonceBytes + i], word, expected);
        return word >= 0 && CryptographicOperations.FixedTimeEquals(expected, MacOf(proof, i));
    }

    private void Mark(ReadOnlySpan<byte> nonce, int place, int word, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. nonce, (byte)place, (byte)((word >> 8) & 0xFF), (byte)(word & 0xFF)], whole);
        whole[..MacBytes].CopyTo(mac);
    }
}
