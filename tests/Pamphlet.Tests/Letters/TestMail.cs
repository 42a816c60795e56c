using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Letters;
using Pamphlet.Letters.Between;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Tests.Letters;

/// <summary>A letter box of one sheet, and writers who seal to whatever key is published.</summary>
internal sealed class TestMail(string folder, FakeTimeProvider time) : IDisposable
{
    public LetterBox Box { get; } = LetterBox.Open(folder, time, sheets: 1);

    // A guess costs a thief half a second; a test need not pay it.
    public PostOffice Office => Box.Office(work: 6) with { Sisters = Sisters };

    /// <summary>The way to other papers, which are on this machine.</summary>
    public SisterLine? Sisters { get; init; }

    /// <summary>Somebody writes; with a key, they want an answer.</summary>
    public void Write(string text, HybridIdentity? writer = null, string subject = "", params (string, byte[])[] files)
    {
        var keys = Box.Keys.Read() ?? throw new InvalidOperationException("Nobody can write yet.");
        var number = RandomNumberGenerator.GetBytes(LetterPage.IdBytes);
        using var content = LetterContent.Write(
            Encoding.UTF8.GetBytes(subject),
            Encoding.UTF8.GetBytes(text),
            [.. files.Select(file => new LetterFile(file.Item1, file.Item2.Length))]
        );
        var pieces = files.SelectMany(file => file.Item2).Chunk(LetterPage.MostContent).ToList();
        Put(LetterKind.Letter, number, 0, pieces.Count + 1, writer?.Recipient, content.Span, keys);
        foreach (var (piece, at) in pieces.Select((piece, at) => (piece, at)))
        {
            Put(LetterKind.FilePart, number, at + 1, 0, null, piece, keys);
        }

        Box.Flush();
    }

    /// <summary>Somebody seals with a program of their own first, to the key on the contact page or to another.</summary>
    public void WriteSealed(string text, HybridRecipient? elsewhere = null) =>
        PutSealed(Armored(Encoding.UTF8.GetBytes(text), elsewhere ?? Box.Keys.For(Box.Today)!.Recipient));

    /// <summary>The same again and again is what a server can do that was taken over.</summary>
    public void PutSealed(byte[] armored)
    {
        var number = RandomNumberGenerator.GetBytes(LetterPage.IdBytes);
        Put(LetterKind.SealedElsewhere, number, 0, 1, null, armored, Box.Keys.Read()!);
        Box.Flush();
    }

    public static byte[] Armored(byte[] plain, HybridRecipient recipient)
    {
        using var armored = new MemoryStream();
        using (var armor = new ArmorWriter(armored))
        {
            using var age = AgeWriter.Start(armor, recipient);
            age.Write(plain);
            age.Finish();
            armor.Finish();
        }

        return armored.ToArray();
    }

    /// <summary>What a writer finds, as text.</summary>
    public IReadOnlyList<string> AnswersFor(HybridIdentity writer)
    {
        var found = new List<string>();
        var page = new byte[LetterPage.SealedBytes];
        for (var slot = 0; slot < Box.AnswerSlots; slot++)
        {
            Box.ReadAnswer(slot, page);
            if (SignedAnswer.TryOpen(page, writer, Box.Keys.Read()!.Signer, out var words))
            {
                using (words)
                {
                    found.Add(Encoding.UTF8.GetString(words.Span));
                }
            }
        }

        return found;
    }

    public void Dispose() => Box.Dispose();

    private void Put(
        LetterKind kind,
        byte[] number,
        int place,
        int count,
        HybridRecipient? replyKey,
        ReadOnlySpan<byte> content,
        EpochKeys keys
    )
    {
        using var page = LetterPage.Write(kind, keys.Signer.Paper, number, place, count, replyKey, content);
        Assert.NotNull(Box.Put(page.SealFor(Box.Keys.For(Box.Today)!.Recipient)));
    }
}
