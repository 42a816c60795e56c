using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pamphlet.Editions.Shelving;
using Pamphlet.Web;

namespace Pamphlet.Editions.Fast;

/// <summary>
/// Answers plain requests for the edition's files before the web server parses them: several times cheaper, with the same
/// bytes (<see cref="ServeEdition"/>). Everything else is handed on untouched, and the rest of its connection with it.
/// </summary>
internal sealed class FastLane(EditionShelf shelf, PopularCount popular, LaneClock clock, OnionLocation? onion = null)
{
    // In seconds. The first request comes at once; a browser keeps a connection for the next page.
    private const int UntilFirstRequest = 20;
    private const int UntilNextRequest = 75;

    // 64 KiB in four minutes is slower than any line that a page is read over.
    private const int UntilTaken = 240;

    // A head and some that came behind it; longer ones are the web server's business.
    private const int LongestRead = 16 * 1024;

    public void Use(ListenOptions listen) => listen.Use(next => connection => RunAsync(connection, next));

    private async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (await ServeAsync(connection))
        {
            await HandOn.RunAsync(connection, next);
        }
    }

    /// <returns>Whether something is left for the web server.</returns>
    private async Task<bool> ServeAsync(ConnectionContext connection)
    {
        var lane = new LaneConnection(connection) { Deadline = clock.Now + UntilFirstRequest };
        clock.Add(lane);
        var closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested;
        await using var stop = closing?.Register(lane.Input.CancelPendingRead) ?? default;
        try
        {
            while (true)
            {
                var read = await lane.Input.ReadAsync();
                if (read.IsCanceled || (read.IsCompleted && read.Buffer.IsEmpty))
                {
                    lane.Input.AdvanceTo(read.Buffer.Start);
                    return false;
                }

                // Before the answer goes out: whoever got it has the time until the next request from then on.
                lane.Deadline = clock.Now + UntilNextRequest;
                var turn = Answer(lane, read.Buffer, out var waits);
                var consumed = read.Buffer.GetPosition(turn.Consumed);
                lane.Input.AdvanceTo(consumed);
                if (waits)
                {
                    lane.Deadline = clock.Now + UntilTaken;
                    await lane.Output.FlushAsync();
                    lane.Deadline = clock.Now + UntilNextRequest;
                }

                if (turn.HandOn)
                {
                    return true;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The reader went away, or the clock ended the connection.
            return false;
        }
        finally
        {
            clock.Remove(lane);
        }
    }

    private TurnResult Answer(LaneConnection lane, in ReadOnlySequence<byte> read, out bool waits)
    {
        waits = false;
        var edition = shelf.HoldCurrent();
        if (edition is null || read.Length > LongestRead || !MayBeOurs(read.FirstSpan))
        {
            edition?.LetGo();
            return new TurnResult(0, HandOn: true);
        }

        try
        {
            var batch = LaneBatch.OfThisThread;
            batch.Clear();
            var turn = LaneTurn.Take(
                read.IsSingleSegment ? read.FirstSpan : read.ToArray(),
                edition,
                batch,
                clock.Date,
                popular,
                onion
            );
            waits = Send(lane, batch);
            return turn;
        }
        finally
        {
            edition.LetGo();
        }
    }

    // Of a form nothing is looked at here: what it holds would stay behind in an array of ours. GET and HEAD begin so.
    private static bool MayBeOurs(ReadOnlySpan<byte> read) => read.IsEmpty || read[0] is (byte)'G' or (byte)'H';

    /// <returns>Whether bytes wait in the pipe.</returns>
    private static bool Send(LaneConnection lane, LaneBatch batch)
    {
        if (batch.Length == 0)
        {
            return false;
        }

        var taken = 0L;
        if (lane.Socket is { } socket)
        {
            taken = batch.Send(socket);
            if (taken == batch.Length)
            {
                return false;
            }

            if (taken < 0)
            {
                throw new ConnectionResetException("The reader went away.");
            }

            lane.UsePipe();
        }

        batch.WriteRest(lane.Output, taken);
        return true;
    }
}
