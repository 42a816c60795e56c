using System.Net.Sockets;
using Pamphlet.Editions.Shelving;
using Pamphlet.Onion.Control;

namespace Pamphlet.Onion;

/// <summary>Keeps the paper's onion addresses served for as long as the paper is: starts tor, watches it, starts it again.</summary>
internal sealed partial class KeepOnion(PaperOnion onion, EditionShelf shelf, TimeProvider time, ILogger<KeepOnion> log)
    : BackgroundService
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (onion.Health.Warning is { } warning)
        {
            Old(log, warning);
        }

        var pause = ShortPause;
        for (; !stoppingToken.IsCancellationRequested; onion.Health.Restarts++)
        {
            var life = new TorLife(onion, shelf, time);
            try
            {
                await life.LiveAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is IOException or SocketException or TorRefusedException)
            {
                onion.Health.Fault = fault.Message;
            }

            // A tor that served for a while and went is started at once; one that cannot start is not started every second.
            pause = life.WasReady ? ShortPause : TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));
            Ended(log, onion.Health.Fault);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        onion.Run?.Remove();
    }

    [LoggerMessage(3, LogLevel.Warning, "{Warning}")]
    private static partial void Old(ILogger log, string warning);

    [LoggerMessage(4, LogLevel.Warning, "tor ended and is started again. {Fault}")]
    private static partial void Ended(ILogger log, string fault);
}
