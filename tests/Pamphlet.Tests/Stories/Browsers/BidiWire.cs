using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>WebDriver BiDi (W3C): commands and their answers, and news, as JSON over a web socket. A page that is slow to come holds up no other tab.</summary>
internal sealed class BidiWire : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly SemaphoreSlim hands = new(1);
    private string? front;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> asked = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> listeners = new(StringComparer.Ordinal);
    private int last;

    private BidiWire() { }

    public static async Task<BidiWire> ConnectAsync(Uri address)
    {
        var wire = new BidiWire();
        await wire.socket.ConnectAsync(address, CancellationToken.None);
        _ = wire.ListenAsync();
        return wire;
    }

    /// <summary>The command's <c>result</c>.</summary>
    /// <exception cref="InvalidOperationException">The browser refused it, its words are in the message; or it hung up.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[id] = answer;
        var command = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        var bytes = Encoding.UTF8.GetBytes(command.ToJsonString());
        await turn.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }

        var message = await answer.Task;
        return message["result"]?.AsObject()
            ?? throw new InvalidOperationException($"{method}: {message["error"]}: {message["message"]}");
    }

    /// <summary>Does something in the window in front, for keys reach no other; whoever types elsewhere waits for it.</summary>
    /// <param name="context">Null: something that brings another window there.</param>
    public async Task InFrontAsync(string? context, Func<Task> act)
    {
        await hands.WaitAsync();
        try
        {
            if (context is not null && !string.Equals(front, context, StringComparison.Ordinal))
            {
                await SendAsync("browsingContext.activate", new() { ["context"] = context });
            }

            await act();
            front = context;
        }
        finally
        {
            hands.Release();
        }
    }

    public void Dispose()
    {
        hands.Dispose();
        socket.Dispose();
        turn.Dispose();
    }

    /// <param name="context">The window whose news somebody wants.</param>
    /// <param name="hear">Told what happened, and its parameters.</param>
    public void Hear(string context, Action<string, JsonObject> hear) => listeners[context] = hear;

    public void Forget(string context) => listeners.TryRemove(context, out _);

    private void Tell(string method, JsonObject told)
    {
        if (told["context"]?.GetValue<string>() is { } context && listeners.TryGetValue(context, out var hear))
        {
            hear(method, told);
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                if (message["id"]?.GetValue<int>() is { } id && asked.TryRemove(id, out var answer))
                {
                    answer.SetResult(message);
                }
                else if (message["method"]?.GetValue<string>() is { } method)
                {
                    Tell(method, message["params"]!.AsObject());
                }
            }
        }
        catch (Exception fault)
            when (fault is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It hung up, or we did.
        }

        foreach (var (_, answer) in asked)
        {
            answer.TrySetException(new InvalidOperationException("Firefox hung up."));
        }
    }

    private async Task<JsonObject?> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            await whole.WriteAsync(buffer.AsMemory(0, part.Count));
        } while (!part.EndOfMessage);

        return JsonNode.Parse(whole.ToArray())!.AsObject();
    }
}
