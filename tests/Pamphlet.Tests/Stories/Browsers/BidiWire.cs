using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>WebDriver BiDi (W3C): commands and their answers, one at a time, as JSON over a web socket.</summary>
internal sealed class BidiWire : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim turn = new(1);
    private int last;

    private BidiWire() { }

    public static async Task<BidiWire> ConnectAsync(Uri address)
    {
        var wire = new BidiWire();
        await wire.socket.ConnectAsync(address, CancellationToken.None);
        return wire;
    }

    /// <summary>The command's <c>result</c>.</summary>
    /// <exception cref="InvalidOperationException">The browser refused it; its words are in the message.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters)
    {
        await turn.WaitAsync();
        try
        {
            var id = ++last;
            var command = new JsonObject
            {
                ["id"] = id,
                ["method"] = method,
                ["params"] = parameters,
            };
            var bytes = System.Text.Encoding.UTF8.GetBytes(command.ToJsonString());
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            while (true)
            {
                var message = await ReceiveAsync();
                // What bears no number is news that nobody asked for here.
                if (message["id"]?.GetValue<int>() == id)
                {
                    return message["result"]?.AsObject()
                        ?? throw new InvalidOperationException($"{method}: {message["error"]}: {message["message"]}");
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        turn.Dispose();
    }

    private async Task<JsonObject> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            await whole.WriteAsync(buffer.AsMemory(0, part.Count));
        } while (!part.EndOfMessage);

        return JsonNode.Parse(whole.ToArray())!.AsObject();
    }
}
