using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Signing;

namespace Pamphlet.Copies;

/// <summary>Has the edition list the copies that lie ready and, where the operator wants that, makes them anew when the paper has been quiet for a while.</summary>
internal sealed partial class KeepCopies(
    CopyShelf copies,
    EditionShelf shelf,
    Press press,
    TimeProvider time,
    ILogger<KeepCopies> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    // Editors correct a new text in the first minutes. What they withdrew is in no copy for longer than this.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listed = copies.Of();
        var (seen, since) = (-1L, time.GetUtcNow());
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var number = shelf.Current?.Number ?? -1;
                (seen, since) = number == seen ? (seen, since) : (number, time.GetUtcNow());

                // The edition after a copied one lists the copies, and often nothing else.
                if (copies.MakeWith is { } logFolder && number > copies.Of() + 1 && time.GetUtcNow() - since >= Quiet)
                {
                    await MakeAsync(logFolder, stoppingToken);
                }

                if (copies.Of() != listed)
                {
                    listed = copies.Of();
                    press.Reissue();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Readers have the copies that were there; the operator is told what kind of thing it was.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                NoCopies(log, fault.GetType().Name);
                since = time.GetUtcNow();
            }
        }
    }

    private async Task MakeAsync(string logFolder, CancellationToken cancel)
    {
        var edition = shelf.HoldCurrent();
        try
        {
            if (edition is not null)
            {
                await new MakeCopies(copies).RunAsync(edition, EditionLog.Open(logFolder), cancel);
            }
        }
        finally
        {
            edition?.LetGo();
        }
    }

    // The kind of fault and not its message: messages quote data.
    [LoggerMessage(1, LogLevel.Error, "No new copies for readers: {Fault}. Those that are there go on.")]
    private static partial void NoCopies(ILogger log, string fault);
}
