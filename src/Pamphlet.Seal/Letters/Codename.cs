using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NSec.Cryptography;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// Ten words that are all a writer has: 92 bits of chance and 8 of checksum. Who knows them reads the answers; nobody keeps them,
/// and every codename is a good one, so there is nothing to try against.
/// </summary>
public sealed class Codename : IDisposable
{
    /// <summary>How many words.</summary>
    public const int Words = 10;

    private const int Bytes = 13;
    private const int CheckBits = 8;
    private const int Free = (Words * CodenameWords.Bits) - CheckBits;

    // 100 bits in 13 bytes, the last four of which are always zero.
    private readonly SecretBytes bits;

    private Codename(SecretBytes bits)
    {
        this.bits = bits;
    }

    /// <summary>Draws a new one.</summary>
    public static Codename Draw()
    {
        var drawn = SecretBytes.Random(Bytes);
        WriteCheck(drawn.Span);
        return new Codename(drawn);
    }

    /// <summary>Reads what somebody typed in UTF-8: words with anything between them that is no letter.</summary>
    /// <param name="word">Where the fault is a word: which, from 1.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> typed,
        [NotNullWhen(true)] out Codename? codename,
        out CodenameFault fault,
        out int word
    )
    {
        codename = null;
        word = 0;
        using var read = new SecretBytes(Bytes);
        var count = 0;
        while (NextWord(ref typed, out var letters))
        {
            count++;
            var place = CodenameWords.Find(letters);
            if (place < 0 || count > Words)
            {
                (fault, word) = (place < 0 ? CodenameFault.UnknownWord : CodenameFault.TooMany, count);
                return false;
            }

            Put(read.Span, (count - 1) * CodenameWords.Bits, CodenameWords.Bits, place);
        }

        fault = count < Words ? CodenameFault.TooFew : CodenameFault.Checksum;
        if (count < Words || Get(read.Span, Free, CheckBits) != Check(read.Span))
        {
            return false;
        }

        codename = new Codename(SecretBytes.From(read.Span));
        return true;
    }

    /// <summary>The word at a place from 0 to 9.</summary>
    public string Word(int place) => CodenameWords.At(Place(place));

    /// <summary>Where in the list the word at a place from 0 to 9 stands.</summary>
    public int Place(int place) => Get(bits.Span, place * CodenameWords.Bits, CodenameWords.Bits);

    /// <summary>
    /// The key that opens the answers of one paper: Argon2id (64 MiB, 3 passes, one lane), then HKDF-SHA256. It takes 0.2 s, so that
    /// a codename that somebody shortened or chose still costs something to guess.
    /// </summary>
    public HybridIdentity ReplyKey(PaperId paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var stretch = PasswordBasedKeyDerivationAlgorithm.Argon2id(
            new Argon2Parameters
            {
                DegreeOfParallelism = 1,
                MemorySize = 64 * 1024,
                NumberOfPasses = 3,
            }
        );
        using var stretched = new SecretBytes(32);
        stretch.DeriveBytes(bits.Span, paper.Bytes[..16], stretched.Span);
        using var seed = new SecretBytes(HybridIdentity.SeedBytes);
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            stretched.Span,
            seed.Span,
            paper.Bytes,
            "pamphlet.letters/reply-key/v1"u8
        );
        return HybridIdentity.FromSeed(seed.Span);
    }

    /// <inheritdoc/>
    public void Dispose() => bits.Dispose();

    private static void WriteCheck(Span<byte> bits)
    {
        bits[^1] = 0;
        Put(bits, Free, CheckBits, Check(bits));
    }

    private static int Check(ReadOnlySpan<byte> bits)
    {
        Span<byte> free = stackalloc byte[Bytes];
        bits.CopyTo(free);
        Put(free, Free, CheckBits, 0);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. "pamphlet.letters/codename/v1"u8, .. free], hash);
        CryptographicOperations.ZeroMemory(free);
        return hash[0];
    }

    internal static bool NextWord(ref ReadOnlySpan<byte> typed, out ReadOnlySpan<byte> word)
    {
        while (!typed.IsEmpty && !IsLetter(typed[0]))
        {
            typed = typed[1..];
        }

        var length = 0;
        while (length < typed.Length && IsLetter(typed[length]))
        {
            length++;
        }

        word = typed[..length];
        typed = typed[length..];
        return length > 0;
    }

    // Letters beyond ASCII belong to no word of ours, but they are part of what somebody took for one.
    private static bool IsLetter(byte value) => (value | 0x20) is >= (byte)'a' and <= (byte)'z' || value >= 0x80;

    internal static void Put(Span<byte> bits, int at, int count, int value)
    {
        for (var i = 0; i < count; i++)
        {
            var mask = (byte)(0x80 >> ((at + i) % 8));
            var isSet = ((value >> (count - 1 - i)) & 1) == 1;
            bits[(at + i) / 8] = (byte)(isSet ? bits[(at + i) / 8] | mask : bits[(at + i) / 8] & ~mask);
        }
    }

    internal static int Get(ReadOnlySpan<byte> bits, int at, int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            value = (value << 1) | ((bits[(at + i) / 8] >> (7 - ((at + i) % 8))) & 1);
        }

        return value;
    }
}
