using Pamphlet.Comments.Trust;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Keeping;

/// <summary>Once an hour: what must go by itself goes, old codes among it, and old discussions close.</summary>
internal sealed partial class KeepPromises(DatabaseAddress address, TimeProvider time, ILogger<KeepPromises> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // First after a minute: the database may not be brought up to date yet.
            await Task.Delay(TimeSpan.FromMinutes(1), time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await RunAsync(address, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // It tries again in an hour; the operator is told what kind of thing it was.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                NotKept(log, fault.GetType().Name);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static async Task RunAsync(DatabaseAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        if (await new PublicationStore(database).FirstAsync(cancellationToken) is { } paper)
        {
            await new EraseComment(database, paper.Id, time).ExpireAsync(cancellationToken);
            await new CloseDiscussions(database, paper.Id, time).RunAsync(cancellationToken);
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            await new TrustCodes(database, paper.Id).ForgetOldAsync(today, cancellationToken);
        }
    }

    [LoggerMessage(2, LogLevel.Error, "Old comments were not cleared away: {Fault}. Trying again in an hour.")]
    private static partial void NotKept(ILogger log, string fault);
}
