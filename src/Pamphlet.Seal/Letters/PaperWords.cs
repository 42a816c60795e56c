using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// A secret of 32 bytes as 27 words of the codenames' list, for paper: 256 bits, then 14 of checksum, so that a word that was
/// copied wrongly is noticed before it is trusted.
/// </summary>
public static class PaperWords
{
    /// <summary>How many words.</summary>
    public const int Count = 27;

    private const int SecretBytesCount = 32;
    private const int SecretBits = 8 * SecretBytesCount;
    private const int CheckBits = (Count * CodenameWords.Bits) - SecretBits;
    private const int Bytes = 34;

    /// <summary>The words, in order.</summary>
    /// <param name="secret">32 bytes; the caller wipes them, and cannot wipe the words.</param>
    /// <exception cref="ArgumentException">Not 32 bytes: the caller's fault.</exception>
    public static IReadOnlyList<string> Write(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != SecretBytesCount)
        {
            throw new ArgumentException("It has 32 bytes.", nameof(secret));
        }

        using var bits = new SecretBytes(Bytes);
        secret.CopyTo(bits.Span);
        Codename.Put(bits.Span, SecretBits, CheckBits, Check(secret));
        var words = new string[Count];
        for (var at = 0; at < Count; at++)
        {
            words[at] = CodenameWords.At(Codename.Get(bits.Span, at * CodenameWords.Bits, CodenameWords.Bits));
        }

        return words;
    }

    /// <summary>Reads what somebody typed from paper, in UTF-8, with anything between the words that is no letter.</summary>
    /// <param name="word">Where a word is none of ours: which, from 1; else 0.</param>
    /// <returns>False: a word is unknown, there are not 27, or they were never written down together.</returns>
    public static bool TryRead(ReadOnlySpan<byte> typed, [NotNullWhen(true)] out SecretBytes? secret, out int word)
    {
        secret = null;
        word = 0;
        using var bits = new SecretBytes(Bytes);
        var count = 0;
        while (Codename.NextWord(ref typed, out var letters))
        {
            var place = CodenameWords.Find(letters);
            if (place < 0 || count == Count)
            {
                word = place < 0 ? count + 1 : 0;
                return false;
            }

            Codename.Put(bits.Span, count * CodenameWords.Bits, CodenameWords.Bits, place);
            count++;
        }

        var read = bits.Span[..SecretBytesCount];
        if (count != Count || Codename.Get(bits.Span, SecretBits, CheckBits) != Check(read))
        {
            return false;
        }

        secret = SecretBytes.From(read);
        return true;
    }

    private static int Check(ReadOnlySpan<byte> secret)
    {
        using var tagged = new SecretBytes(Tag.Length + secret.Length);
        Tag.CopyTo(tagged.Span);
        secret.CopyTo(tagged.Span[Tag.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(tagged.Span, hash);
        return Codename.Get(hash, 0, CheckBits);
    }

    private static ReadOnlySpan<byte> Tag => "pamphlet.letters/paper-words/v1"u8;
}
