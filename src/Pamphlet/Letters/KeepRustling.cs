namespace Pamphlet.Letters;

/// <summary>Writes fresh covers every hour, so that the disk is written to whether or not anybody wrote.</summary>
internal sealed class KeepRustling(LetterBox box, TimeProvider time) : BackgroundService
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
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
