using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// What one paper writes to another: signed with the sender's key, for one receiver and no other, and sealed before it leaves. It
/// travels as any letter does whose writer sealed it first.
/// </summary>
public sealed class PaperLetter : IDisposable
{
    /// <summary>The longest name of a paper, and the longest address, in bytes of UTF-8.</summary>
    public const int LongestLine = 200;

    /// <summary>The longest words, in bytes of UTF-8.</summary>
    public const int MostWords =
        MostPlain - TextAt - (2 * LongestLine) - ContentHead - LetterContent.LongestSubject - SignatureBytes;

    // In armor this is a little less than the form for letters takes.
    private const int MostPlain = 43 * 1024;

    private const int TagBytes = 32;
    private const int KeyBytes = 32;
    private const int ReceiverAt = TagBytes + KeyBytes;
    private const int NumberAt = ReceiverAt + PaperId.Size;
    private const int LengthsAt = NumberAt + LetterPage.IdBytes;
    private const int TextAt = LengthsAt + 8;
    private const int ContentHead = 8;
    private const int SignatureBytes = 64;

    private readonly byte[] number;

    private PaperLetter(LettersKey sender, byte[] number, string name, string address, LetterContent content)
    {
        (Sender, this.number, Name, Address, Content) = (sender, number, name, address, content);
    }

    /// <summary>Whose signature it bears.</summary>
    public LettersKey Sender { get; }

    /// <summary>Random; a letter that is sent again has the same.</summary>
    public ReadOnlySpan<byte> Number => number;

    /// <summary>What the sender calls itself: nothing in it is believed.</summary>
    public string Name { get; }

    /// <summary>Where the sender says that it is written to, or empty.</summary>
    public string Address { get; }

    /// <summary>Subject and words.</summary>
    public LetterContent Content { get; }

    private static ReadOnlySpan<byte> Tag => "pamphlet.letters/paper-letter/v1"u8;

    /// <summary>Signs a letter and seals it, in armor.</summary>
    /// <param name="number">Sixteen random bytes: the same when it is sent again.</param>
    /// <exception cref="ArgumentException">Too much of something: the caller's fault.</exception>
    public static byte[] Seal(
        LettersIdentity sender,
        PaperId receiver,
        HybridRecipient week,
        ReadOnlySpan<byte> number,
        (string Name, string Address) from,
        ReadOnlySpan<byte> subject,
        ReadOnlySpan<byte> words
    )
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(week);
        var (name, address) = (Encoding.UTF8.GetBytes(from.Name), Encoding.UTF8.GetBytes(from.Address));
        if (
            number.Length != LetterPage.IdBytes
            || name.Length > LongestLine
            || address.Length > LongestLine
            || words.Length > MostWords
        )
        {
            throw new ArgumentException("This is more than a letter between papers holds.", nameof(words));
        }

        using var content = LetterContent.Write(subject, words, []);
        var signed = TextAt + name.Length + address.Length + content.Length;
        using var plain = new SecretBytes(DrawLength(signed + SignatureBytes));
        var span = plain.Span;
        Tag.CopyTo(span);
        sender.Public.Bytes.CopyTo(span[TagBytes..]);
        receiver.Bytes.CopyTo(span[ReceiverAt..]);
        number.CopyTo(span[NumberAt..]);
        BinaryPrimitives.WriteUInt16BigEndian(span[LengthsAt..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16BigEndian(span[(LengthsAt + 2)..], (ushort)address.Length);
        BinaryPrimitives.WriteInt32BigEndian(span[(LengthsAt + 4)..], content.Length);
        name.CopyTo(span[TextAt..]);
        address.CopyTo(span[(TextAt + name.Length)..]);
        content.Span.CopyTo(span[(TextAt + name.Length + address.Length)..]);
        sender.Sign(SignedPurpose.PaperLetter, span[..signed]).CopyTo(span[signed..]);
        return Armored(plain.Span, week);
    }

    /// <summary>Whether it means to be a paper's letter; only <see cref="TryRead"/> says whether it is.</summary>
    public static bool Begins(ReadOnlySpan<byte> plain) => plain.StartsWith(Tag);

    /// <summary>Reads what was sealed, and may be anything.</summary>
    /// <returns>False: it is none, is for another paper, or its signature is not that of the paper that it names.</returns>
    public static bool TryRead(ReadOnlySpan<byte> plain, PaperId receiver, [NotNullWhen(true)] out PaperLetter? letter)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        letter = null;
        if (plain.Length is < TextAt + SignatureBytes or > MostPlain || !Begins(plain))
        {
            return false;
        }

        int nameLength = BinaryPrimitives.ReadUInt16BigEndian(plain[LengthsAt..]);
        int addressLength = BinaryPrimitives.ReadUInt16BigEndian(plain[(LengthsAt + 2)..]);
        var contentLength = BinaryPrimitives.ReadInt32BigEndian(plain[(LengthsAt + 4)..]);
        if (
            nameLength > LongestLine
            || addressLength > LongestLine
            || contentLength < 0
            || contentLength > plain.Length - TextAt - nameLength - addressLength - SignatureBytes
        )
        {
            return false;
        }

        var signed = TextAt + nameLength + addressLength + contentLength;
        if (
            !plain.Slice(ReceiverAt, PaperId.Size).SequenceEqual(receiver.Bytes)
            || plain[(signed + SignatureBytes)..].ContainsAnyExcept((byte)0)
            || !LettersKey.TryFrom(plain.Slice(TagBytes, KeyBytes), out var sender)
            || !sender.HasSigned(SignedPurpose.PaperLetter, plain[..signed], plain.Slice(signed, SignatureBytes))
        )
        {
            return false;
        }

#pragma warning disable CA2000 // The letter owns it.
        if (!LetterContent.TryRead(plain[(signed - contentLength)..signed], out var content))
#pragma warning restore CA2000
        {
            return false;
        }

        if (content.Files.Count > 0)
        {
            content.Dispose();
            return false;
        }

        letter = new PaperLetter(
            sender,
            plain.Slice(NumberAt, LetterPage.IdBytes).ToArray(),
            Encoding.UTF8.GetString(plain.Slice(TextAt, nameLength)),
            Encoding.UTF8.GetString(plain.Slice(TextAt + nameLength, addressLength)),
            content
        );
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();

    // By chance, and short as often as readers' letters are: a size of our own would say on the way that papers are writing.
    private static int DrawLength(int least)
    {
        const int Fine = 1 << 20;
        var share = RandomNumberGenerator.GetInt32(Fine) / (double)Fine;
        return Math.Clamp((int)(least * Math.Pow(MostPlain / (double)least, share)), least, MostPlain);
    }

    private static byte[] Armored(ReadOnlySpan<byte> plain, HybridRecipient week)
    {
        using var output = new MemoryStream();
        using var armor = new ArmorWriter(output);
        using var age = AgeWriter.Start(armor, week);
        age.Write(plain);
        age.Finish();
        armor.Finish();
        return output.ToArray();
    }
}
