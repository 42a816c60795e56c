using Pamphlet.Storage;

namespace Pamphlet.Editions;

/// <summary>Looks once a second whether something changed, whoever changed it: the desk, an import beside the server, another node.</summary>
internal sealed partial class KeepCurrent(
    Press press,
    Func<CancellationToken, Task> prepare,
    TimeProvider time,
    ILogger<KeepCurrent> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A database that is away must not fill a log.
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);

    /// <summary>Nothing can be signed: the database is prepared for the search, and no edition is made.</summary>
    public bool IsReadOnly { get; init; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isPrepared = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (!isPrepared)
                {
                    await prepare(stoppingToken);
                    isPrepared = true;
                }

                if (IsReadOnly)
                {
                    return;
                }

                await press.PublishAsync(stoppingToken);
                press.IsDiskFull = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Readers have the last edition whatever happens here; the operator is told what kind of thing it was.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                press.IsDiskFull = FullDisk.Is(fault);
                NoNewEdition(log, press.IsDiskFull ? "the disk is full" : fault.GetType().Name);
                pause = PauseAfterFault;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The kind of fault and not its message: messages quote data.
    [LoggerMessage(1, LogLevel.Error, "No new edition: {Fault}. Readers get the last one; trying again in 30 seconds.")]
    private static partial void NoNewEdition(ILogger log, string fault);
}
