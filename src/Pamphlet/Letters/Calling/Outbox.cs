using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Calling;

/// <summary>
/// Answers on a correspondent's own machine until the next round takes them: a file of one size, sealed to the correspondents, so
/// that a machine that is taken away does not tell how many wait.
/// </summary>
internal sealed class Outbox
{
    /// <summary>How many can wait.</summary>
    public const int Most = 16;

    private const int Size = 1 + (Most * LetterPage.SealedBytes);

    private readonly Lock turn = new();
    private readonly string path;
    private readonly IReadOnlyList<HybridRecipient> recipients;
    private readonly List<byte[]> waiting = [];

    private Outbox(string path, IReadOnlyList<HybridRecipient> recipients)
    {
        (this.path, this.recipients) = (path, recipients);
    }

    /// <summary>What waited when the program was stopped waits still.</summary>
    public static Outbox Open(string path, OpenKeyring ring, IReadOnlyList<HybridRecipient> recipients)
    {
        var box = new Outbox(path, recipients);
        using var plain = File.Exists(path) ? SealedFile.Open(File.ReadAllBytes(path), ring.Own) : null;
        for (var at = 0; plain is { Length: Size } && at < Math.Min(plain.Span[0], (byte)Most); at++)
        {
            box.waiting.Add(plain.Span.Slice(1 + (at * LetterPage.SealedBytes), LetterPage.SealedBytes).ToArray());
        }

        // Also where nothing waited: that the file is there, or was written, says nothing.
        box.Save();
        return box;
    }

    /// <returns>False: too many wait already.</returns>
    public bool Add(byte[] sealedPage)
    {
        lock (turn)
        {
            if (waiting.Count == Most)
            {
                return false;
            }

            waiting.Add(sealedPage);
            Save();
            return true;
        }
    }

    /// <summary>Those that the next round takes.</summary>
    public IReadOnlyList<byte[]> Next()
    {
        lock (turn)
        {
            return [.. waiting.Take(TakeCalls.PagesAtOnce)];
        }
    }

    /// <summary>They got there.</summary>
    public void Sent(IReadOnlyList<byte[]> pages)
    {
        lock (turn)
        {
            waiting.RemoveAll(page => pages.Contains(page));
            Save();
        }
    }

    private void Save()
    {
        using var plain = new SecretBytes(Size);
        plain.Span[0] = (byte)waiting.Count;
        for (var at = 0; at < waiting.Count; at++)
        {
            waiting[at].CopyTo(plain.Span[(1 + (at * LetterPage.SealedBytes))..]);
        }

        SealedFile.Write(path, SealedFile.Seal(plain.Span, recipients));
    }
}
