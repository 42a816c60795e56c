using Pamphlet.Desk;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>The mail as the ring of this session opens it, for one request.</summary>
internal sealed class OpenMail(PostOffice office, UnlockedKeys unlocked, TimeProvider time) : IDisposable
{
    private RingInUse? inUse;

    public OpenKeyring Ring => inUse?.Ring ?? throw new InvalidOperationException("It is locked.");

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Also of papers that are known and have not written.</summary>
    public IReadOnlyList<MailThread> Threads
    {
        get
        {
            var sorted = inUse!.Sorted.Sort(office, Ring, Today);
            var names = sorted.Select(thread => thread.Name).ToHashSet(StringComparer.Ordinal);
            var silent = Notes().Papers.Where(paper => !names.Contains(paper.Paper));
            return [.. sorted, .. silent.Select(paper => new MailThread(paper.Paper, []))];
        }
    }

    /// <summary>The secret of this week, under which is kept what was written in it; null: there is none.</summary>
    public EpochSecret? Week => Ring.Epochs.FirstOrDefault(epoch => epoch.From <= Today);

    /// <summary>Opens a page that was found; null: it was overwritten since.</summary>
    public LetterPage? Open(FoundPage page) =>
        LetterPage.TryOpen(office.Page(page.Slot), page.Epoch.Identity, Ring.Signing.Public.Paper, out var opened)
            ? opened
            : null;

    /// <returns>False: nobody typed a passphrase in this session, or too long ago.</returns>
    public async Task<bool> EnterAsync(Visit visit, CancellationToken cancel)
    {
        inUse ??= await unlocked.EnterAsync(visit, office.Keyring, cancel);
        return inUse is not null;
    }

    public MailThread? Find(string name) =>
        Threads.FirstOrDefault(thread => string.Equals(thread.Name, name, StringComparison.Ordinal));

    public Notes Notes() => office.Notebook.Read(Ring);

    /// <returns>False: the notebook is full, and nothing was written.</returns>
    public bool Write(Notes written) => office.Notebook.Write(Ring, office.Keyring.Recipients(), written);

    /// <summary>The notes of a thread; new ones where there were none.</summary>
    public ThreadNotes Of(Notes notes, MailThread thread)
    {
        var found = notes.Threads.Find(one => string.Equals(one.Thread, thread.Name, StringComparison.Ordinal));
        if (found is null)
        {
            found = new ThreadNotes { Thread = thread.Name };
            notes.Threads.Add(found);
        }

        found.Week = thread.Letters is [var newest, ..] ? newest.First.Epoch.File : Week?.File ?? found.Week;
        return found;
    }

    public void Dispose() => inUse?.Dispose();
}
