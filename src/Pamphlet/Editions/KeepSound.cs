namespace Pamphlet.Editions;

/// <summary>Reads the edition through when the server is up, and once a day: see <see cref="CheckEdition"/>.</summary>
internal sealed partial class KeepSound(CheckEdition check, TimeProvider time, ILogger<KeepSound> log)
    : BackgroundService
{
    // The first readers come first.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = First;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = Pause;
            try
            {
                if (!stoppingToken.IsCancellationRequested && !await check.RunAsync(stoppingToken))
                {
                    Damaged(log);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (IOException)
            {
                // It could not be read at all: the disk is going.
                Damaged(log);
            }
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Error,
        "A page on the shelf is not as it was written: everything is made anew from the database. Look after this disk."
    )]
    private static partial void Damaged(ILogger log);
}
