using Pamphlet.Editions;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Mentions;

/// <summary>Once a minute tells what there is to tell. What could not be told now is told later.</summary>
internal sealed class KeepMentions(
    DatabaseAddress address,
    Press press,
    TellMentions mentions,
    TellHub hub,
    TimeProvider time,
    ILogger<KeepMentions> logger
) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Strangers' pages come through here: whatever they break must not stop the house.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogWarning("Other papers could not be told: {Fault}", fault.GetType().Name);
            }
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        await using (var database = address.Open())
        {
            var paper = await new PublicationStore(database).FirstAsync(cancellationToken);
            if (paper is null or { SendsMentionsSince: null, Hub: "" })
            {
                return;
            }
        }

        var printed = await press.CatalogueAsync(cancellationToken);
        await mentions.RunAsync(printed, cancellationToken);
        await hub.RunAsync(printed.Paper, cancellationToken);
    }
}
