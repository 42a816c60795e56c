using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Pamphlet.Seal.Letters;

/// <summary>
/// What stands in a letter's first page: a subject, the words, and a list of the files whose bytes follow one another in the pages
/// behind it.
/// </summary>
public sealed class LetterContent : IDisposable
{
    /// <summary>How many files a letter can have.</summary>
    public const int MostFiles = 32;

    /// <summary>The longest name of a file, in bytes of UTF-8.</summary>
    public const int LongestName = 200;

    /// <summary>The longest subject, in bytes of UTF-8.</summary>
    public const int LongestSubject = 400;

    private const int HeadBytes = 8;

    private readonly SecretBytes subject;
    private readonly SecretBytes words;

    private LetterContent(ReadOnlySpan<byte> subject, ReadOnlySpan<byte> words, IReadOnlyList<LetterFile> files)
    {
        this.subject = SecretBytes.From(subject);
        this.words = SecretBytes.From(words);
        Files = files;
    }

    /// <summary>UTF-8, one line; empty: none was written.</summary>
    public ReadOnlySpan<byte> Subject => subject.Span;

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Words => words.Span;

    /// <summary>In the order in which their bytes follow.</summary>
    public IReadOnlyList<LetterFile> Files { get; }

    /// <summary>The longest words, in bytes, beside no subject and these files.</summary>
    public static int MostWords(IReadOnlyList<LetterFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return LetterPage.MostContent - HeadBytes - LongestSubject - files.Sum(file => file.Bytes);
    }

    /// <summary>Writes it as the content of a page.</summary>
    /// <exception cref="ArgumentException">Too much of something: the caller's fault.</exception>
    public static SecretBytes Write(
        ReadOnlySpan<byte> subject,
        ReadOnlySpan<byte> words,
        IReadOnlyList<LetterFile> files
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        var length = HeadBytes + subject.Length + words.Length + files.Sum(file => file.Bytes);
        if (subject.Length > LongestSubject || files.Count > MostFiles || length > LetterPage.MostContent)
        {
            throw new ArgumentException("This is more than a page holds.", nameof(words));
        }

        var content = new SecretBytes(length);
        var span = content.Span;
        BinaryPrimitives.WriteUInt16BigEndian(span, (ushort)subject.Length);
        BinaryPrimitives.WriteUInt32BigEndian(span[2..], (uint)words.Length);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)files.Count);
        subject.CopyTo(span[HeadBytes..]);
        words.CopyTo(span[(HeadBytes + subject.Length)..]);
        span = span[(HeadBytes + subject.Length + words.Length)..];
        foreach (var file in files)
        {
            span = file.WriteTo(span);
        }

        return content;
    }

    /// <summary>Reads what a stranger may have written.</summary>
    public static bool TryRead(ReadOnlySpan<byte> content, [NotNullWhen(true)] out LetterContent? read)
    {
        read = null;
        if (content.Length < HeadBytes)
        {
            return false;
        }

        int subjectLength = BinaryPrimitives.ReadUInt16BigEndian(content);
        var wordsLength = BinaryPrimitives.ReadUInt32BigEndian(content[2..]);
        int count = BinaryPrimitives.ReadUInt16BigEndian(content[6..]);
        var rest = content[HeadBytes..];
        if (subjectLength > LongestSubject || count > MostFiles || subjectLength + wordsLength > rest.Length)
        {
            return false;
        }

        var files = new List<LetterFile>(count);
        var list = rest[(subjectLength + (int)wordsLength)..];
        for (var i = 0; i < count; i++)
        {
            if (!LetterFile.TryRead(ref list, out var file))
            {
                return false;
            }

            files.Add(file);
        }

        if (!list.IsEmpty)
        {
            return false;
        }

        read = new LetterContent(rest[..subjectLength], rest.Slice(subjectLength, (int)wordsLength), files);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        subject.Dispose();
        words.Dispose();
    }
}

/// <summary>A file of a letter.</summary>
/// <param name="Name">As its sender says; nothing in it is believed.</param>
/// <param name="Length">In bytes.</param>
public sealed record LetterFile(string Name, long Length)
{
    internal int Bytes => 10 + Encoding.UTF8.GetByteCount(Name);

    internal Span<byte> WriteTo(Span<byte> span)
    {
        var name = Encoding.UTF8.GetBytes(Name);
        if (name.Length > LetterContent.LongestName || Length < 0)
        {
            throw new InvalidOperationException("A file has a shorter name, and a length.");
        }

        BinaryPrimitives.WriteUInt16BigEndian(span, (ushort)name.Length);
        BinaryPrimitives.WriteInt64BigEndian(span[2..], Length);
        name.CopyTo(span[10..]);
        return span[(10 + name.Length)..];
    }

    internal static bool TryRead(ref ReadOnlySpan<byte> list, [NotNullWhen(true)] out LetterFile? file)
    {
        file = null;
        if (list.Length < 10)
        {
            return false;
        }

        int nameLength = BinaryPrimitives.ReadUInt16BigEndian(list);
        var length = BinaryPrimitives.ReadInt64BigEndian(list[2..]);
        if (nameLength > LetterContent.LongestName || length < 0 || list.Length < 10 + nameLength)
        {
            return false;
        }

        file = new LetterFile(Encoding.UTF8.GetString(list.Slice(10, nameLength)), length);
        list = list[(10 + nameLength)..];
        return true;
    }
}
