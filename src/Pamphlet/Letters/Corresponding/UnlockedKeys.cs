using System.Collections.Concurrent;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Letters.Keys;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// The keys of correspondents who typed their passphrase: in memory, one ring a session, wiped when it is locked, when the session
/// ends, after a pause, and when the program stops. Nothing of them, nor that they were unlocked, is written anywhere.
/// </summary>
internal sealed class UnlockedKeys : IDisposable
{
    /// <summary>How long a ring stays open that nobody uses.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    /// <summary>How long a ring stays open however busy somebody is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly ConcurrentDictionary<string, Unlocked> bySession = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly OpenedTexts opened;
    private readonly ITimer sweep;

    public UnlockedKeys(TimeProvider time, SessionEnds ends, OpenedTexts opened)
    {
        (this.time, this.opened) = (time, opened);
        ends.Tell(Forget);
        sweep = time.CreateTimer(_ => ForgetOld(), state: null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    public bool IsOpen(Visit visit) => bySession.ContainsKey(HandleOf(visit));

    /// <summary>Keeps what a passphrase opened for this session.</summary>
    public void Keep(Visit visit, OpenKeyring ring)
    {
        var now = time.GetUtcNow();
        var kept = new Unlocked(ring, visit.Secret, now) { LastUsed = now };
        while (!bySession.TryAdd(HandleOf(visit), kept))
        {
            // Two forms at once: what is replaced is wiped, whichever came first.
            Forget(HandleOf(visit));
        }
    }

    /// <summary>The ring of this session, alone for as long as what is returned is not disposed of; or null: it is locked.</summary>
    public async Task<RingInUse?> EnterAsync(Visit visit, Keyring keyring, CancellationToken cancellationToken)
    {
        var handle = HandleOf(visit);
        if (!bySession.TryGetValue(handle, out var unlocked) || IsOver(unlocked))
        {
            Forget(handle);
            return null;
        }

        await unlocked.Turn.WaitAsync(cancellationToken);
        if (unlocked.IsGone)
        {
            unlocked.Turn.Release();
            return null;
        }

        unlocked.LastUsed = time.GetUtcNow();
        keyring.Refresh(unlocked.Ring);
        return new RingInUse(unlocked);
    }

    public void Lock(Visit visit) => Forget(HandleOf(visit));

    /// <summary>Everybody types their passphrase again: keys were destroyed, or somebody lost theirs.</summary>
    public void LockAll()
    {
        foreach (var handle in bySession.Keys)
        {
            Forget(handle);
        }
    }

    public void Dispose()
    {
        sweep.Dispose();
        LockAll();
    }

    private static string HandleOf(Visit visit) => Convert.ToHexString(EditorSession.HashOf(visit.Secret));

    private bool IsOver(Unlocked unlocked)
    {
        var now = time.GetUtcNow();
        return now - unlocked.LastUsed > Pause || now - unlocked.Since > Longest;
    }

    private void ForgetOld()
    {
        foreach (var (handle, unlocked) in bySession)
        {
            if (IsOver(unlocked))
            {
                Forget(handle);
            }
        }
    }

    private void Forget(string handle)
    {
        if (bySession.TryRemove(handle, out var unlocked))
        {
            _ = WipeAsync(unlocked);
        }
    }

    // Where nobody is reading just now this is done before it returns.
    private async Task WipeAsync(Unlocked unlocked)
    {
        await unlocked.Turn.WaitAsync();
        unlocked.IsGone = true;
        opened.Forget(unlocked.Session);
        unlocked.Ring.Dispose();
        unlocked.Sorted.Dispose();
        unlocked.Turn.Release();

        // What was shown of letters is in dead texts of .NET's: their memory is given back now, not when it happens to be needed.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}

/// <summary>One session's ring, and what it found in the mailbag.</summary>
internal sealed class Unlocked(OpenKeyring ring, string session, DateTimeOffset since)
{
    public string Session => session;

    public OpenKeyring Ring => ring;

    public DateTimeOffset Since => since;

    public SortedMail Sorted { get; } = new();

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public DateTimeOffset LastUsed { get; set; }

    public bool IsGone { get; set; }
}

/// <summary>A ring for one request.</summary>
internal sealed class RingInUse(Unlocked unlocked) : IDisposable
{
    public OpenKeyring Ring => unlocked.Ring;

    public SortedMail Sorted => unlocked.Sorted;

    public void Dispose() => unlocked.Turn.Release();
}
