namespace Pamphlet.Editions;

/// <summary>Looks whether the edition could be smaller on the wire, and makes it so in idle time.</summary>
internal sealed partial class KeepSmall(ShrinkEdition shrink, Press press, TimeProvider time, ILogger<KeepSmall> log)
    : BackgroundService
{
    // Readers of the first minute have gzip; nothing is in a hurry here.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (await shrink.NextAsync(stoppingToken) is { Count: > 0 } denser)
                {
                    await press.ShrinkAsync(denser, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Readers have what they had; the operator is told what kind of thing it was.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                NotSmaller(log, fault.GetType().Name);
            }
        }
    }

    // The kind of fault and not its message: messages quote data.
    [LoggerMessage(1, LogLevel.Error, "The edition was not made smaller: {Fault}. Readers get it as it is.")]
    private static partial void NotSmaller(ILogger log, string fault);
}
