using Microsoft.EntityFrameworkCore;
using Pamphlet.Imports;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Writing.Publishing;

namespace Pamphlet.Moving;

/// <summary>
/// The one export that moves in. It is worked on behind the desk's pages, in one transaction: whoever stops it, and whatever breaks
/// it, leaves the paper as it was.
/// </summary>
internal sealed partial class MovingIn(
    MovingFolder folder,
    DatabaseAddress address,
    TimeProvider time,
    ILogger<MovingIn> log
) : IAsyncDisposable
{
    /// <summary>An export that nobody decides about is destroyed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    private readonly Lock turn = new();
    private Move now = Move.None;
    private SealedFile? export;
    private CancellationTokenSource stop = new();
    private Task work = Task.CompletedTask;
    private ITimer? forget;

    public Move Now
    {
        get
        {
            lock (turn)
            {
                return now;
            }
        }
    }

    /// <summary>Takes an upload, and looks at what it is.</summary>
    /// <exception cref="SealedFile.TooLongException">There is no room for it.</exception>
    public async Task<TakenAs> TakeAsync(Stream content, MoveWishes wishes, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            if (now.IsUnderWay || export is not null)
            {
                return TakenAs.Another;
            }

            now = new Move(MoveStage.Arriving, wishes);
        }

        try
        {
            folder.Prepare();
            var received = await SealedFile.ReceiveAsync(folder.Export, content, folder.Room, cancellationToken);
            if (received.Length == 0)
            {
                received.Dispose();
                lock (turn)
                {
                    now = Move.None;
                }

                return TakenAs.Nothing;
            }

            lock (turn)
            {
                export = received;
                forget = time.CreateTimer(_ => _ = ForgetAsync(), null, Patience, Timeout.InfiniteTimeSpan);
            }

            Begin(MoveStage.Looking, wishes);
            return TakenAs.Export;
        }
        catch
        {
            lock (turn)
            {
                now = Move.None;
            }

            throw;
        }
    }

    /// <summary>Looks again, with other answers.</summary>
    public bool TryLook(MoveWishes wishes)
    {
        lock (turn)
        {
            return export is not null && !now.IsUnderWay && Begin(MoveStage.Looking, wishes);
        }
    }

    /// <summary>Imports what was looked at.</summary>
    public bool TryMove()
    {
        lock (turn)
        {
            return export is not null
                && now is { Stage: MoveStage.Looked, Report: not null }
                && Begin(MoveStage.MovingIn, now.Wishes);
        }
    }

    /// <summary>Stops what is under way and destroys the export; a report of what was done is taken off the page.</summary>
    public async Task StopAsync()
    {
        Task under;
        CancellationTokenSource source;
        bool wasUnderWay;
        lock (turn)
        {
            if (now.Stage == MoveStage.Arriving)
            {
                // Its sender's browser ends it.
                return;
            }

            wasUnderWay = now.IsUnderWay;
            (under, source) = (work, stop);
        }

        await source.CancelAsync();
        await under;
        lock (turn)
        {
            // Whoever stops it a moment too late is told that it was done.
            now = wasUnderWay && now.Stage is not MoveStage.Looked ? now : Move.None;
            Destroy();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private bool Begin(MoveStage stage, MoveWishes wishes)
    {
        lock (turn)
        {
            stop = new CancellationTokenSource();
            now = now with { Stage = stage, Wishes = wishes, Outcome = null, Progress = null };
            var token = stop.Token;
            work = Task.Run(() => WorkAsync(stage, wishes, token), CancellationToken.None);
            return true;
        }
    }

    private async Task WorkAsync(MoveStage stage, MoveWishes wishes, CancellationToken cancellationToken)
    {
        Move end;
        try
        {
            var outcome = await ImportAsync(isDry: stage == MoveStage.Looking, wishes, cancellationToken);
            end = Ended(stage, outcome);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = new Move(MoveStage.Stopped, MoveWishes.None);
        }
#pragma warning disable CA1031 // Whatever broke it, the editors are told and the file is destroyed.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broken(log, fault.GetType().Name, fault.TargetSite?.DeclaringType?.FullName ?? "");
            end = new Move(MoveStage.Broken, MoveWishes.None);
        }

        lock (turn)
        {
            now = end;
            if (end.Stage != MoveStage.Looked || end.Outcome is ImportOutcome.Refused)
            {
                Destroy();
            }
        }
    }

    private async Task<ImportOutcome> ImportAsync(bool isDry, MoveWishes wishes, CancellationToken cancellationToken)
    {
        var from = export!;
        var database = address.Open();
        await using (database)
        {
            return await ImportPaper.RunAsync(
                new ImportRequest("export")
                {
                    Content = new ExportContent(from.Length, from.Open),
                    DryRun = isDry,
                    Blog = wishes.Blog,
                    Sites = wishes.Sites,
                    Language = wishes.Language,
                    Names = wishes.Names,
                    KeepsName = true,
                    AsDrafts = await AsksSecondPersonAsync(database, cancellationToken),
                },
                database,
                time,
                new Note(this),
                cancellationToken
            );
        }
    }

    // A starter paper has nothing yet that somebody could have agreed to.
    private static async Task<bool> AsksSecondPersonAsync(Database database, CancellationToken cancellationToken) =>
        await database.Set<WritingHabits>().AnyAsync(habits => habits.AsksSecondPerson, cancellationToken)
        && !await database.Set<Publication>().AnyAsync(paper => paper.IsStarter, cancellationToken);

    private Move Ended(MoveStage stage, ImportOutcome outcome)
    {
        lock (turn)
        {
            var isDone = stage == MoveStage.MovingIn && outcome is ImportOutcome.Imported;
            var report = (outcome as ImportOutcome.Imported)?.Report;
            return now with
            {
                Stage = isDone ? MoveStage.Moved : MoveStage.Looked,
                Outcome = outcome,
                Progress = null,
                Authors = now.Wishes.Names.Count == 0 ? report?.Authors : now.Authors,
            };
        }
    }

    private async Task ForgetAsync()
    {
        if (!Now.IsUnderWay)
        {
            await StopAsync();
        }
    }

    private void Destroy()
    {
        forget?.Dispose();
        forget = null;
        export?.Dispose();
        export = null;
    }

    [LoggerMessage(1, LogLevel.Error, "An export could not be imported: {Fault} in {Place}. The paper is as it was.")]
    private static partial void Broken(ILogger log, string fault, string place);

    private sealed class Note(MovingIn moving) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            lock (moving.turn)
            {
                moving.now = moving.now with { Progress = value };
            }
        }
    }
}

/// <summary>What came of an upload.</summary>
internal enum TakenAs
{
    Export,

    /// <summary>No file was chosen.</summary>
    Nothing,

    /// <summary>Another export is here already.</summary>
    Another,
}
