using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Letters;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Tests.Letters;

/// <summary>A mailbag of one sheet, the answers that were put, and a writer who seals to whatever key is published.</summary>
internal sealed class TestMail : IDisposable
{
    private readonly FakeTimeProvider time;
    private readonly Lazy<Mailbag> bag;
    private EpochKeys? published;

    public TestMail(string folder, FakeTimeProvider time)
    {
        this.time = time;
        Directory.CreateDirectory(folder);
        bag = new Lazy<Mailbag>(() =>
        {
            var path = Path.Combine(folder, "mailbag");
            Mailbag.Make(path, sheets: 1);
            return Mailbag.Open(path, Today);
        });
        Office = new PostOffice(folder)
        {
            // A guess costs a thief half a second; a test need not pay it.
            Work = 6,
            Published = () => published,
            Publish = keys => published = keys,
            Pages = () => [.. bag.Value.Pages()],
            PutAnswer = page =>
            {
                Answers.Add(page);
                return true;
            },
        };
    }

    public PostOffice Office { get; }

    public List<byte[]> Answers { get; } = [];

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Somebody writes; with a key, they want an answer.</summary>
    public void Write(string text, HybridIdentity? writer = null)
    {
        var keys = published ?? throw new InvalidOperationException("Nobody can write yet.");
        using var page = LetterPage.Write(
            LetterKind.Letter,
            keys.Signer.Paper,
            System.Security.Cryptography.RandomNumberGenerator.GetBytes(LetterPage.IdBytes),
            place: 0,
            count: 1,
            writer?.Recipient,
            Encoding.UTF8.GetBytes(text)
        );
        Assert.True(bag.Value.Put(page.SealFor(keys.At(Today)!.Recipient), Today) >= 0);
        bag.Value.Flush();
    }

    /// <summary>What a writer finds, as text.</summary>
    public IReadOnlyList<string> AnswersFor(HybridIdentity writer)
    {
        var found = new List<string>();
        foreach (var page in Answers)
        {
            if (SignedAnswer.TryOpen(page, writer, published!.Signer, out var words))
            {
                using (words)
                {
                    found.Add(Encoding.UTF8.GetString(words.Span));
                }
            }
        }

        return found;
    }

    public void Dispose()
    {
        if (bag.IsValueCreated)
        {
            bag.Value.Dispose();
        }
    }
}
