using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// One equal sheet of a letter, 64 KiB when sealed: kind, paper, letter, place among its sheets, reply key, content, zeros. Whoever
/// sees it sealed learns nothing, not even how much is in it.
/// </summary>
public sealed class LetterPage : IDisposable
{
    /// <summary>Bytes of a sealed page: an age file for one post-quantum recipient.</summary>
    public const int SealedBytes = 64 * 1024;

    /// <summary>Bytes of a letter's number.</summary>
    public const int IdBytes = 16;

    /// <summary>The most content that a page holds.</summary>
    public const int MostContent = PlainBytes - ContentAt;

    // Header of one hybrid stanza (1,627), nonce (16) and tag (16) are always as long.
    internal const int PlainBytes = SealedBytes - 1659;

    // One hybrid stanza and what stands around it.
    private const int MostHeader = 2048;

    private const int PaperAt = 32;
    private const int IdAt = PaperAt + PaperId.Size;
    private const int PlaceAt = IdAt + IdBytes;
    private const int CountAt = PlaceAt + 4;
    private const int LengthAt = CountAt + 4;
    private const int HasReplyKeyAt = LengthAt + 4;
    private const int ReplyKeyAt = HasReplyKeyAt + 4;
    private const int ContentAt = ReplyKeyAt + HybridRecipient.KeyBytes;

    private readonly SecretBytes plain;

    private LetterPage(SecretBytes plain)
    {
        this.plain = plain;
    }

    /// <summary>What it is.</summary>
    public LetterKind Kind => (LetterKind)plain.Span[PaperAt - 1];

    /// <summary>The letter's number: random, and the same on all its pages.</summary>
    public ReadOnlySpan<byte> Id => plain.Span.Slice(IdAt, IdBytes);

    /// <summary>This page's place, from 0.</summary>
    public int Place => BinaryPrimitives.ReadInt32BigEndian(plain.Span[PlaceAt..]);

    /// <summary>How many pages the letter has; 0 on a page that was sealed before that was known.</summary>
    public int Count => BinaryPrimitives.ReadInt32BigEndian(plain.Span[CountAt..]);

    /// <summary>What is in it.</summary>
    public ReadOnlySpan<byte> Content => plain.Span.Slice(ContentAt, Length);

    private static ReadOnlySpan<byte> Tag => "pamphlet.letters/page/v1"u8;

    private int Length => BinaryPrimitives.ReadInt32BigEndian(plain.Span[LengthAt..]);

    /// <summary>Writes a page.</summary>
    /// <exception cref="ArgumentException">More content than fits, or a number of another length: the caller's fault.</exception>
    public static LetterPage Write(
        LetterKind kind,
        PaperId paper,
        ReadOnlySpan<byte> id,
        int place,
        int count,
        HybridRecipient? replyKey,
        ReadOnlySpan<byte> content
    )
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (content.Length > MostContent || id.Length != IdBytes || place < 0 || count < 0)
        {
            throw new ArgumentException("This is no page.", nameof(content));
        }

        var page = new LetterPage(new SecretBytes(PlainBytes));
        var span = page.plain.Span;
        Tag.CopyTo(span);
        span[PaperAt - 1] = (byte)kind;
        paper.Bytes.CopyTo(span[PaperAt..]);
        id.CopyTo(span[IdAt..]);
        BinaryPrimitives.WriteInt32BigEndian(span[PlaceAt..], place);
        BinaryPrimitives.WriteInt32BigEndian(span[CountAt..], count);
        BinaryPrimitives.WriteInt32BigEndian(span[LengthAt..], content.Length);
        BinaryPrimitives.WriteInt32BigEndian(span[HasReplyKeyAt..], replyKey is null ? 0 : 1);
        replyKey?.Key.CopyTo(span[ReplyKeyAt..]);
        content.CopyTo(span[ContentAt..]);
        return page;
    }

    /// <summary>A page that hides the others: sealed to a key that nobody keeps.</summary>
    public static byte[] Cover()
    {
        using var nobody = HybridIdentity.Create();
        using var page = new LetterPage(new SecretBytes(PlainBytes));
        return page.SealFor(nobody.Recipient);
    }

    /// <summary>Opens a page that anybody may have put there.</summary>
    /// <returns>False: it is for somebody else, for another paper, a cover, or no page.</returns>
    public static bool TryOpen(
        ReadOnlyMemory<byte> sealedPage,
        AgeIdentity identity,
        PaperId paper,
        [NotNullWhen(true)] out LetterPage? page
    )
    {
        ArgumentNullException.ThrowIfNull(paper);
        page = null;
        if (FindKey(sealedPage, [identity]) < 0)
        {
            return false;
        }

        try
        {
            using var input = InputOf(sealedPage);
            using var reader = AgeReader.Open(input, identity);

            // Most pages are for others: room is made only for what opens.
            using var opened = new SecretBytes(PlainBytes);
            reader.ReadExactly(opened.Span);
            if (reader.ReadByte() >= 0 || !IsOf(opened.Span, paper))
            {
                return false;
            }

            page = new LetterPage(SecretBytes.From(opened.Span));
            return true;
        }
        catch (Exception refused) when (refused is AgeRefusedException or EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>Which of these keys opens a page: cheap where none does, for whoever must try all keys on all pages.</summary>
    /// <returns>Its place among <paramref name="identities"/>, or -1. That the page is whole is not known yet.</returns>
    public static int FindKey(ReadOnlyMemory<byte> sealedPage, IReadOnlyList<AgeIdentity> identities)
    {
        ArgumentNullException.ThrowIfNull(identities);
        if (
            sealedPage.Length != SealedBytes
            || !AgeHeader.TryRead(sealedPage.Span[..MostHeader], out var header, out _)
            || header.Stanzas is not [var stanza]
        )
        {
            return -1;
        }

        using var fileKey = new SecretBytes(AgeHeader.FileKeyBytes);
        try
        {
            for (var at = 0; at < identities.Count; at++)
            {
                if (identities[at].TryUnwrap(stanza, fileKey.Span))
                {
                    return at;
                }
            }
        }
        catch (AgeRefusedException)
        {
            return -1;
        }

        return -1;
    }

    /// <summary>The reply key, or false: the writer wants no answer, or wrote no key.</summary>
    public bool TryGetReplyKey([NotNullWhen(true)] out HybridRecipient? key)
    {
        key = null;
        return plain.Span[HasReplyKeyAt + 3] == 1
            && HybridRecipient.TryFrom(plain.Span.Slice(ReplyKeyAt, HybridRecipient.KeyBytes), out key);
    }

    /// <summary>Seals the page: <see cref="SealedBytes"/> bytes, whatever is in it.</summary>
    public byte[] SealFor(HybridRecipient recipient)
    {
        using var output = new MemoryStream(SealedBytes);
        using var writer = AgeWriter.Start(output, recipient);
        writer.Write(plain.Span);
        writer.Finish();
        var bytes = output.ToArray();
        return bytes.Length == SealedBytes
            ? bytes
            : throw new InvalidOperationException($"A sealed page has {bytes.Length} bytes.");
    }

    /// <inheritdoc/>
    public void Dispose() => plain.Dispose();

    private static MemoryStream InputOf(ReadOnlyMemory<byte> sealedPage) =>
        MemoryMarshal.TryGetArray(sealedPage, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(sealedPage.ToArray(), writable: false);

    private static bool IsOf(ReadOnlySpan<byte> span, PaperId paper)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(span[LengthAt..]);
        return span.StartsWith(Tag)
            && !span[Tag.Length..(PaperAt - 1)].ContainsAnyExcept((byte)0)
            && span.Slice(PaperAt, PaperId.Size).SequenceEqual(paper.Bytes)
            && (LetterKind)span[PaperAt - 1] is > LetterKind.Cover and <= LetterKind.SealedElsewhere
            && BinaryPrimitives.ReadInt32BigEndian(span[PlaceAt..]) >= 0
            && BinaryPrimitives.ReadInt32BigEndian(span[CountAt..]) >= 0
            && length is >= 0 and <= MostContent
            && !span[(ContentAt + length)..].ContainsAnyExcept((byte)0)
            && BinaryPrimitives.ReadInt32BigEndian(span[HasReplyKeyAt..]) is 0 or 1;
    }
}
