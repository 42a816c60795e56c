using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Parser;
using Pamphlet.Storage;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Letters;

/// <summary>The program itself, as a process of its own: with its data, its temporary files and its words each where they can be searched.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly HttpClient client;
    private readonly Task listening;

    private RunningProgram(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        listening = Task.WhenAll(ListenAsync(process.StandardOutput), ListenAsync(process.StandardError));
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
        {
            BaseAddress = address,
        };
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>What it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Sent with every request, as a browser and a careless proxy do.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static Task<RunningProgram> StartAsync(
        string data,
        string temporary,
        TestDatabase database,
        params IReadOnlyList<KeyValuePair<string, string>> headers
    ) => LaunchAsync(data, temporary, database, options: [], under: [], headers);

    /// <param name="options">More words for its command line.</param>
    /// <param name="under">A command that runs it: in a mount space of its own, say.</param>
    public static async Task<RunningProgram> LaunchAsync(
        string data,
        string temporary,
        TestDatabase database,
        IReadOnlyList<string> options,
        IReadOnlyList<string> under,
        params IReadOnlyList<KeyValuePair<string, string>> headers
    )
    {
        string[] command = [.. under, "dotnet"];
        var start = new ProcessStartInfo(
            command[0],
            [
                .. command[1..],
                Path.Combine(AppContext.BaseDirectory, "Pamphlet.dll"),
                "serve",
                "--data",
                data,
                "--urls",
                "http://127.0.0.1:0",
                .. database.Address.IsPostgres
                    ? ["--database", database.Address.ConnectionString]
                    : Array.Empty<string>(),
                .. options,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var started = Process.Start(start)!;
        var heard = new StringBuilder();
        while (await started.StandardOutput.ReadLineAsync(Now) is { } line)
        {
            heard.AppendLine(line);
            if (line.IndexOf("http://127.0.0.1", StringComparison.Ordinal) is >= 0 and var at)
            {
                var running = new RunningProgram(started, new Uri(new Uri(line[at..].Trim()), "/"))
                {
                    Headers = headers,
                };
                running.said.Append(heard);
                return running;
            }
        }

        Assert.Fail(heard + await started.StandardError.ReadToEndAsync(Now));
        return null!;
    }

    public Task<LiveAnswer> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public Task<LiveAnswer> PostAsync(string address, HttpContent body) =>
        SendAsync(new(HttpMethod.Post, address) { Content = body });

    /// <summary>Whether the edition has got the forms that are made for it in idle time.</summary>
    public async Task<bool> IsDenseAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "index.html");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await client.SendAsync(request, Now);
        return response.Content.Headers.ContentEncoding.Contains("br");
    }

    /// <summary>Sends the beginning of a form and waits until the program has read some of it.</summary>
    public async Task<Socket> BeginAsync(string address, byte[] body, int length)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port, Now);
        var head = new StringBuilder($"POST /{address} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(
            CultureInfo.InvariantCulture,
            $"Content-Type: multipart/form-data; boundary={WritersPaper.Boundary}\r\nContent-Length: {body.Length}\r\n\r\n"
        );
        await socket.SendAsync(Encoding.UTF8.GetBytes(head.ToString()), Now);
        await socket.SendAsync(body.AsMemory(..length), Now);
        return socket;
    }

    /// <summary>The tor that it started is gone from one moment to the next.</summary>
    public async Task KillTorAsync()
    {
        var parent = string.Create(CultureInfo.InvariantCulture, $"PPid:\t{process.Id}\n");
        var tor = Process
            .GetProcessesByName("tor")
            .Single(one => File.ReadAllText($"/proc/{one.Id}/status").Contains(parent, StringComparison.Ordinal));
        tor.Kill();
        await tor.WaitForExitAsync(Now);
    }

    /// <summary>As the power goes.</summary>
    public async Task<string> KillAsync()
    {
        process.Kill();
        return await EndAsync();
    }

    /// <summary>As its operator stops it.</summary>
    public async Task<string> StopAsync()
    {
        using (Process.Start("kill", ["-TERM", $"{process.Id}"])) { }

        return await EndAsync();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<LiveAnswer> SendAsync(HttpRequestMessage request)
    {
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var sent = request;
        using var response = await client.SendAsync(request, Now);
        var body = await response.Content.ReadAsStringAsync(Now);
        return new LiveAnswer(
            (int)response.StatusCode,
            response.Headers,
            await new HtmlParser().ParseDocumentAsync(body, Now)
        );
    }

    private async Task ListenAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }
    }

    private async Task<string> EndAsync()
    {
        await process.WaitForExitAsync(Now);
        await listening;
        return said.ToString();
    }
}
