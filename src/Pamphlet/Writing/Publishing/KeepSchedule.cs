using Pamphlet.Storage;

namespace Pamphlet.Writing.Publishing;

/// <summary>Looks every two seconds whether a text's minute has come. One that came while the program was off appears at its start.</summary>
internal sealed partial class KeepSchedule(DatabaseAddress address, TimeProvider time, ILogger<KeepSchedule> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // First, so that the tables are up to this version.
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await using var database = address.Open();
                await PublishDue.RunAsync(database, time.GetUtcNow(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away comes back; the schedule waits for it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                NotNow(log, fault.GetType().Name);
                await Task.Delay(PauseAfterFault, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Error,
        "What was scheduled could not be published: {Fault}. Trying again in 30 seconds."
    )]
    private static partial void NotNow(ILogger log, string fault);
}
