using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Pamphlet.Onion.Control;

/// <summary>A conversation with tor over its control socket: commands and their answers, and what it tells unasked.</summary>
internal sealed class ControlConnection : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly StreamReader reader;
    private readonly Action<string> told;
    private readonly ConcurrentQueue<TaskCompletionSource<ControlReply>> asked = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource closing = new();

    private ControlConnection(Stream stream, Action<string> told)
    {
        this.stream = stream;
        this.told = told;
        reader = new StreamReader(stream, Encoding.ASCII);
        Closed = ReadAsync();
    }

    /// <summary>Ends when tor ends, or stops talking to us.</summary>
    public Task Closed { get; }

    /// <param name="told">Gets each event's line: <c>HS_DESC UPLOADED …</c>. It must not wait.</param>
    public static async Task<ControlConnection> OpenAsync(
        string address,
        Action<string> told,
        CancellationToken cancel
    ) => new(await LocalDoor.ConnectAsync(address, cancel), told);

    /// <exception cref="IOException">tor went away.</exception>
    public async Task<ControlReply> AskAsync(string command, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<ControlReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        await turn.WaitAsync(cancel);
        try
        {
            // In the order in which they are asked they are answered.
            asked.Enqueue(answer);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"), cancel);
        }
        finally
        {
            turn.Release();
        }

        if (Closed.IsCompleted)
        {
            // Nobody reads any more; but what was answered before tor went away is an answer.
            _ = answer.TrySetException(new IOException("tor went away."));
        }

        return await answer.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
#pragma warning disable VSTHRD003 // Our own constructor started it, on no context that could wait for us.
        await Closed;
#pragma warning restore VSTHRD003
        await stream.DisposeAsync();
        reader.Dispose();
        turn.Dispose();
        closing.Dispose();
    }

    private async Task ReadAsync()
    {
        await Task.Yield();
        try
        {
            while (await ReadReplyAsync() is { } reply)
            {
                // An event comes between answers, never within one.
                if (reply.Code == 650)
                {
                    told(reply.Lines[0]);
                }
                else if (asked.TryDequeue(out var answer))
                {
                    answer.SetResult(reply);
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or FormatException)
        {
            // What is said below.
        }

        while (asked.TryDequeue(out var unanswered))
        {
            unanswered.TrySetException(new IOException("tor went away."));
        }
    }

    private async Task<ControlReply?> ReadReplyAsync()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line.Length < 4)
            {
                throw new FormatException("tor's control port speaks another language.");
            }

            var text = line[4..];
            if (line[3] == '+')
            {
                text += await ReadDataAsync();
            }

            lines.Add(text);
            if (line[3] == ' ')
            {
                return new ControlReply(int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture), lines);
            }
        }

        return null;
    }

    private async Task<string> ReadDataAsync()
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } line && line is not ".")
        {
            data.Append('\n').Append(line);
        }

        return data.ToString();
    }
}
