using System.Security.Cryptography;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// A letter while it arrives: its files are sealed page by page as they come, its words last. What is disposed of before it is
/// finished leaves covers where its pages were.
/// </summary>
internal sealed class ArrivingLetter : IDisposable
{
    /// <summary>Of all files together. A hundred such letters fill the mailbag of 64 MiB more than once: it says so then.</summary>
    public const long MostBytes = 5_000_000;

    /// <summary>Pages of the largest letter.</summary>
    public const int MostPages = 1 + (int)((MostBytes + LetterPage.MostContent - 1) / LetterPage.MostContent);

    private readonly LetterBox box;
    private readonly PaperId paper;
    private readonly HybridRecipient recipient;
    private readonly byte[] number = RandomNumberGenerator.GetBytes(LetterPage.IdBytes);
    private readonly SecretBytes piece = new(LetterPage.MostContent);
    private readonly List<MailPlace> places = [];
    private readonly List<LetterFile> files = [];
    private int held;
    private long bytes;
    private long bytesBefore;
    private bool isFinished;

    private ArrivingLetter(LetterBox box, PaperId paper, HybridRecipient recipient)
    {
        (this.box, this.paper, this.recipient) = (box, paper, recipient);
    }

    public PaperId Paper => paper;

    public IReadOnlyList<LetterFile> Files => files;

    /// <summary>How many bytes of words there is room for beside these files.</summary>
    public int MostWords => LetterContent.MostWords(files);

    /// <summary>A file means to be sealed, and is damaged.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>More than is taken: what came is forgotten already.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Meanwhile others filled the bag.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Too many send files at once.</summary>
    public bool IsBusy { get; private set; }

    /// <returns>Null: letters are not open.</returns>
    public static ArrivingLetter? Begin(LetterBox box) =>
        box.Keys.Read() is { } keys && box.Keys.For(box.Today) is { } epoch
            ? new ArrivingLetter(box, keys.Signer.Paper, epoch.Recipient)
            : null;

    /// <summary>Takes what is next of a file. Once something stands against the letter, it is forgotten.</summary>
    public void Add(ReadOnlySpan<byte> part, bool isFirst)
    {
        IsBroken |= isFirst && SealedBefore.OfFile(part) == SealedBefore.Verdict.Broken;
        bytes += part.Length;
        if (bytes > MostBytes)
        {
            IsTooLarge = true;
            Forget();
        }

        while (!part.IsEmpty && !IsTooLarge && !IsFull && !IsBusy)
        {
            var count = Math.Min(part.Length, piece.Length - held);
            part[..count].CopyTo(piece.Span[held..]);
            held += count;
            part = part[count..];
            if (held == piece.Length)
            {
                PutPiece();
            }
        }
    }

    /// <summary>What was added since the last file was this one.</summary>
    public void EndFile(string name)
    {
        if (files.Count == LetterContent.MostFiles)
        {
            IsTooLarge = true;
            return;
        }

        files.Add(new LetterFile(name.Length > 0 ? name : "file", bytes - bytesBefore));
        bytesBefore = bytes;
    }

    /// <summary>Seals the words behind the files. When this returns true, the letter is on the disk, whole.</summary>
    public bool Finish(ReadOnlySpan<byte> subject, ReadOnlySpan<byte> words, HybridRecipient? replyKey)
    {
        if (held > 0)
        {
            PutPiece();
        }

        if (IsTooLarge || IsFull || IsBusy)
        {
            return false;
        }

        using var content = LetterContent.Write(subject, words, files);
        return PutFirst(LetterKind.Letter, replyKey, content.Span);
    }

    /// <summary>Puts what its writer sealed before it reached us, as it is.</summary>
    public bool FinishSealed(ReadOnlySpan<byte> armored, HybridRecipient? replyKey) =>
        PutFirst(LetterKind.SealedElsewhere, replyKey, armored);

    public void Dispose()
    {
        if (!isFinished)
        {
            Forget();
        }

        piece.Dispose();
    }

    private void Forget()
    {
        if (places.Count > 0)
        {
            box.TakeBack(places);
            places.Clear();
        }
    }

    // Never among the unfinished: nobody waits behind who uploads slowly to send words.
    private bool PutFirst(LetterKind kind, HybridRecipient? replyKey, ReadOnlySpan<byte> content)
    {
        using var page = Page(kind, place: 0, places.Count + 1, replyKey, content);
        if (box.Put(page.SealFor(recipient)) is null)
        {
            IsFull = true;
            Forget();
            return false;
        }

        box.Finish(places.Count);
        return isFinished = true;
    }

    private void PutPiece()
    {
        using var page = Page(LetterKind.FilePart, places.Count + 1, count: 0, replyKey: null, piece.Span[..held]);
        piece.Span.Clear();
        held = 0;
        if (box.PutUnfinished(page.SealFor(recipient)) is { } place)
        {
            places.Add(place);
            return;
        }

        (IsFull, IsBusy) = (!box.HasRoomFor(1), box.HasRoomFor(1));
        Forget();
    }

    private LetterPage Page(
        LetterKind kind,
        int place,
        int count,
        HybridRecipient? replyKey,
        ReadOnlySpan<byte> content
    ) => LetterPage.Write(kind, paper, number, place, count, replyKey, content);
}
