using System.Security.Cryptography;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// Which slots of the mailbag hold letters that this ring opens: found by trying every key on every slot, for nothing on a page says
/// whose it is. What was tried is remembered for as long as the ring is open, and of a letter only what puts it in its place.
/// </summary>
internal sealed class SortedMail : IDisposable
{
    // The header is drawn anew for every page: it tells pages apart, and nothing else.
    private const int HeaderBytes = 1700;

    private readonly Dictionary<string, FoundPage?> tried = new(StringComparer.Ordinal);
    private string triedWith = "";

    /// <summary>The letters by thread, the thread with the newest letter first.</summary>
    public IReadOnlyList<MailThread> Sort(PostOffice office, OpenKeyring ring, DateOnly today)
    {
        // Nothing is sealed to a week that has not begun, but by a clock that is a day ahead.
        var epochs = ring.Epochs.Where(epoch => epoch.From <= today.AddDays(1)).ToList();
        Start(epochs);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<FoundPage>();
        Span<byte> header = stackalloc byte[HeaderBytes];
        for (var slot = 0; slot < office.Slots(); slot++)
        {
            office.Read(slot, header);
            var name = Convert.ToHexString(SHA256.HashData(header));
            seen.Add(name);
            if (!tried.TryGetValue(name, out var page))
            {
                tried[name] = page = Try(office.Page(slot), epochs, ring.Signing.Public.Paper);
            }

            if (page is not null)
            {
                found.Add(page with { Slot = slot });
            }
        }

        foreach (var gone in tried.Keys.Where(name => !seen.Contains(name)).ToList())
        {
            tried.Remove(gone);
        }

        return MailThread.Of(found);
    }

    public void Dispose() => tried.Clear();

    // Keys came or went: what did not open may open now, and what did is not ours any more.
    private void Start(List<EpochSecret> epochs)
    {
        var now = string.Join(' ', epochs.Select(epoch => epoch.File));
        if (!string.Equals(now, triedWith, StringComparison.Ordinal))
        {
            tried.Clear();
            triedWith = now;
        }
    }

    private static Seal.SecretBytes? OpenInner(LetterPage page, List<EpochSecret> epochs) =>
        SealedElsewhere.Open(page.Content.ToArray(), epochs);

    private static FoundPage? Try(ReadOnlyMemory<byte> sealedPage, List<EpochSecret> epochs, PaperId paper)
    {
        var at = LetterPage.FindKey(sealedPage, [.. epochs.Select(epoch => epoch.Identity)]);
        if (at < 0 || !LetterPage.TryOpen(sealedPage, epochs[at].Identity, paper, out var opened))
        {
            return null;
        }

        using (opened)
        using (var inner = opened.Kind == LetterKind.SealedElsewhere ? OpenInner(opened, epochs) : null)
        {
#pragma warning disable CA2000 // What is made of it disposes of it.
            return inner is not null && PaperLetter.TryRead(inner.Span, paper, out var letter)
#pragma warning restore CA2000
                ? FoundPage.Of(letter, epochs[at])
                : FoundPage.Of(opened, epochs[at]);
        }
    }
}

/// <summary>A page that opened: where it lies and belongs, and nothing of what it says.</summary>
/// <param name="Thread">The writer's reply key by its hash; of a letter that wants no answer, the letter itself; of a paper's, the paper.</param>
internal sealed record FoundPage(
    int Slot,
    string Letter,
    LetterKind Kind,
    int Place,
    int Count,
    string Thread,
    bool WantsAnswer,
    EpochSecret Epoch
)
{
    private const int NameBytes = 16;

    public static FoundPage Of(LetterPage page, EpochSecret epoch)
    {
        var hasKey = page.TryGetReplyKey(out var key);
        var hash = SHA256.HashData(hasKey ? key!.Key : page.Id);
        return new FoundPage(
            Slot: -1,
            Convert.ToHexStringLower(page.Id),
            page.Kind,
            page.Place,
            page.Count,
            Convert.ToHexStringLower(hash.AsSpan(0, NameBytes)),
            hasKey,
            epoch
        );
    }

    /// <summary>A paper's letter is the same however often somebody puts it in the bag, and no other paper has one of its number.</summary>
    public static FoundPage Of(PaperLetter letter, EpochSecret epoch)
    {
        using (letter)
        {
            var hash = SHA256.HashData([.. letter.Sender.Paper.Bytes, .. letter.Number]);
            return new FoundPage(
                Slot: -1,
                Convert.ToHexStringLower(hash.AsSpan(0, NameBytes)),
                LetterKind.SealedElsewhere,
                Place: 0,
                Count: 1,
                letter.Sender.Paper.ToString(),
                WantsAnswer: true,
                epoch
            );
        }
    }
}
