using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// Makes reply keys of codenames. Each costs 64 MiB and 0.2 s of a processor: one writer and one who came back at a time, so that a
/// crowd of one kind neither stops the paper nor the other kind; who would wait for long is told so.
/// </summary>
internal sealed class Stretching : IDisposable
{
    private const int LongestQueue = 20;

    private readonly SemaphoreSlim writers = new(1);
    private readonly SemaphoreSlim comers = new(1);
    private int writersWaiting;
    private int comersWaiting;

    /// <returns>Null: too many write at once.</returns>
    public async Task<HybridIdentity?> ForWriterAsync(Codename codename, PaperId paper, CancellationToken cancel)
    {
        try
        {
            return Interlocked.Increment(ref writersWaiting) > LongestQueue
                ? null
                : await RunAsync(writers, codename, paper, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref writersWaiting);
        }
    }

    /// <returns>Null: too many come back at once.</returns>
    public async Task<HybridIdentity?> ForComerAsync(Codename codename, PaperId paper, CancellationToken cancel)
    {
        try
        {
            return Interlocked.Increment(ref comersWaiting) > LongestQueue
                ? null
                : await RunAsync(comers, codename, paper, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref comersWaiting);
        }
    }

    public void Dispose()
    {
        writers.Dispose();
        comers.Dispose();
    }

    private static async Task<HybridIdentity> RunAsync(
        SemaphoreSlim turn,
        Codename codename,
        PaperId paper,
        CancellationToken cancel
    )
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => codename.ReplyKey(paper), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }
}
