namespace Pamphlet.Editions;

/// <summary>Asks now and then whether a week has passed.</summary>
internal sealed partial class KeepPopular(RenewPopular renew, TimeProvider time, ILogger<KeepPopular> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await renew.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Which titles are popular is not worth a stopped server.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                NotRenewed(log, fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "The popular posts were not renewed: {Fault}. The old order stays.")]
    private static partial void NotRenewed(ILogger log, string fault);
}
