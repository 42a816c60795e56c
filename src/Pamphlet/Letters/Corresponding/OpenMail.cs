using Pamphlet.Desk;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>The mail as the ring of this session opens it, for one request.</summary>
internal sealed class OpenMail(PostOffice office, UnlockedKeys unlocked, TimeProvider time) : IDisposable
{
    private RingInUse? inUse;

    public OpenKeyring Ring => inUse?.Ring ?? throw new InvalidOperationException("It is locked.");

    public IReadOnlyList<MailThread> Threads =>
        inUse!.Sorted.Sort(office, Ring, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

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

    public List<ThreadNotes> Notes() => office.Notebook.Read(Ring);

    /// <returns>False: the notebook is full, and nothing was written.</returns>
    public bool Write(List<ThreadNotes> notes) => office.Notebook.Write(Ring, office.Keyring.Recipients(), notes);

    /// <summary>The notes of a thread; new ones where there were none.</summary>
    public static ThreadNotes Of(List<ThreadNotes> notes, MailThread thread)
    {
        var found = notes.Find(one => string.Equals(one.Thread, thread.Name, StringComparison.Ordinal));
        if (found is null)
        {
            found = new ThreadNotes { Thread = thread.Name };
            notes.Add(found);
        }

        found.Week = thread.Letters[0].First.Epoch.File;
        return found;
    }

    public void Dispose() => inUse?.Dispose();
}
