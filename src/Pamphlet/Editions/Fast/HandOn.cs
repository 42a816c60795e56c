using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace Pamphlet.Editions.Fast;

/// <summary>
/// Gives a connection to the server behind the fast lane, on other threads: the lane runs on the socket's own thread, where a
/// form that waited for the database would stop every reader.
/// </summary>
internal static class HandOn
{
    public static async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var options = new PipeOptions(
            readerScheduler: PipeScheduler.ThreadPool,
            writerScheduler: PipeScheduler.ThreadPool,
            useSynchronizationContext: false
        );
        var (input, output) = (new Pipe(options), new Pipe(options));
        var outside = connection.Transport;
        connection.Transport = new Both(input.Reader, output.Writer);
        var reading = PumpAsync(outside.Input, input.Writer);
        var writing = PumpAsync(output.Reader, outside.Output);
        try
        {
            await Task.Run(() => next(connection));
        }
        finally
        {
            await input.Reader.CompleteAsync();
            await output.Writer.CompleteAsync();
            await writing;
            outside.Input.CancelPendingRead();
            await reading;
            connection.Transport = outside;
        }
    }

    private static async Task PumpAsync(PipeReader from, PipeWriter to)
    {
        Exception? fault = null;
        try
        {
            while (true)
            {
                var read = await from.ReadAsync();
                foreach (var part in read.Buffer)
                {
                    to.Write(part.Span);

                    // What somebody sent, or was sent, must not lie here until this memory is used again.
                    MemoryMarshal.AsMemory(part).Span.Clear();
                }

                from.AdvanceTo(read.Buffer.End);
                var flushed = await to.FlushAsync();
                if (read.IsCompleted || read.IsCanceled || flushed.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The reader went away: whoever reads or writes at the other end learns it from the pipe.
            fault = broken;
        }

        await to.CompleteAsync(fault);
    }

    private sealed class Both(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
