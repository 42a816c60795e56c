using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// An answer as it stands in its page: 64 bytes of signature, then the words in UTF-8. The signature covers the reader's key and the
/// letter, so that whoever can write to the box can neither invent an answer nor hand one to somebody else.
/// </summary>
public static class SignedAnswer
{
    private const int SignatureBytes = 64;

    /// <summary>The longest answer, in bytes of UTF-8.</summary>
    public const int MostBytes = LetterPage.MostContent - SignatureBytes;

    /// <summary>Signs an answer and seals it for the one who may read it.</summary>
    public static byte[] Seal(
        LettersIdentity identity,
        HybridRecipient replyKey,
        ReadOnlySpan<byte> letter,
        ReadOnlySpan<byte> words
    )
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(replyKey);
        var signature = identity.Sign(SignedPurpose.Answer, Bound(replyKey, letter, words));
        using var content = new SecretBytes(SignatureBytes + words.Length);
        signature.CopyTo(content.Span);
        words.CopyTo(content.Span[SignatureBytes..]);
        using var page = LetterPage.Write(
            LetterKind.Answer,
            identity.Public.Paper,
            letter,
            place: 0,
            count: 1,
            replyKey: null,
            content.Span
        );
        return page.SealFor(replyKey);
    }

    /// <summary>Opens an answer that may lie in the box, and checks who wrote it.</summary>
    /// <returns>False: for somebody else, or not signed by the paper.</returns>
    public static bool TryOpen(
        ReadOnlyMemory<byte> sealedPage,
        HybridIdentity reader,
        LettersKey paper,
        [NotNullWhen(true)] out SecretBytes? words
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(paper);
        words = null;
        var isOpen = LetterPage.TryOpen(sealedPage, reader, paper.Paper, out var opened);
        using var page = opened;
        if (!isOpen || page!.Kind != LetterKind.Answer || page.Content.Length < SignatureBytes)
        {
            return false;
        }

        var text = page.Content[SignatureBytes..];
        var bound = Bound(reader.Recipient, page.Id, text);
        if (!paper.HasSigned(SignedPurpose.Answer, bound, page.Content[..SignatureBytes]))
        {
            return false;
        }

        words = SecretBytes.From(text);
        return true;
    }

    private static byte[] Bound(HybridRecipient replyKey, ReadOnlySpan<byte> letter, ReadOnlySpan<byte> words) =>
        [.. SHA256.HashData(replyKey.Key), .. letter, .. SHA256.HashData(words)];
}
