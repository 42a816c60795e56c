using Pamphlet.Editions;

namespace Pamphlet.Mirrors;

/// <summary>Has the next edition made when the list of mirrors was changed beside the server (<c>pamphlet sisters add</c>).</summary>
internal sealed class KeepSisters(SisterList sisters, Press press, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var named = sisters.ToBytes();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sisters.ToBytes() is var now && !now.AsSpan().SequenceEqual(named))
            {
                named = now;
                press.Reissue();
            }
        }
    }
}
