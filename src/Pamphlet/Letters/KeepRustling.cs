namespace Pamphlet.Letters;

/// <summary>Writes to the bags every hour, so that the disk is written to whether or not anybody wrote.</summary>
internal sealed class KeepRustling(LetterBox box, ComingBack.OpenVisits visits, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                box.Rustle();
                visits.Forget();
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
