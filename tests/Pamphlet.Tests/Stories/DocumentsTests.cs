using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories;

/// <summary>Documents that nobody runs rot. These run.</summary>
public sealed partial class DocumentsTests
{
    // The tests cannot start themselves, and the tools are restored by whoever runs them.
    private static readonly string[] RunByItself = ["./test", "dotnet tool restore"];

    [Theory, InlineData("README.md"), InlineData("CONTRIBUTING.md")]
    public async Task Every_command_is_there_and_understood(string document)
    {
        var commands = Commands(document);

        Assert.NotEmpty(commands);
        Assert.Contains("./test", Commands("CONTRIBUTING.md"));
        foreach (var command in commands.Except(RunByItself, StringComparer.Ordinal))
        {
            // A verb with its arguments would serve for ever, or move a paper in: its own help says whether it exists.
            var words = command.Split(' ');
            var asked =
                words is ["./pamphlet", var verb, ..] && !verb.StartsWith('-') ? ["./pamphlet", verb, "--help"] : words;
            var (exit, said) = await RunAsync(asked);
            Assert.True(exit == 0, $"{command}: {exit}: {said}");
            Assert.True(asked == words || KnowsVerb(said, words[1]), $"{command}: there is no such verb.");
        }
    }

    [Fact]
    public async Task A_verb_that_does_not_exist_is_noticed()
    {
        var (_, said) = await RunAsync(["./pamphlet", "frobnicate", "--help"]);

        Assert.False(KnowsVerb(said, "frobnicate"), said);
    }

    [Fact]
    public async Task The_first_command_of_the_readme_serves_a_paper()
    {
        Assert.Equal("./pamphlet serve", Commands("README.md")[0]);
        var data = Directory.CreateTempSubdirectory("pamphlet-readme-").FullName;
        using var program = Start(["./pamphlet", "serve", "--data", data, "--urls", $"http://127.0.0.1:{FreePort()}"]);
        try
        {
            Uri? address = null;
            while (
                address is null
                && await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            )
            {
                address = Address().Match(line) is { Success: true } said ? new Uri(said.Value) : null;
            }

            if (address is null)
            {
                Assert.Fail(await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            }

            using var client = new HttpMessageInvoker(new SocketsHttpHandler());
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await client.SendAsync(question, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(
                "<main",
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Whatever stands in a block of commands, or in the README's first block, which is set by indent.</summary>
    private static IReadOnlyList<string> Commands(string document) =>
        [
            .. Block()
                .Matches(Checkout.Read(document))
                .SelectMany(block => block.Value.Split('\n'))
                .Select(line => line.Trim())
                .Where(line =>
                    line.StartsWith("./", StringComparison.Ordinal)
                    || line.StartsWith("dotnet ", StringComparison.Ordinal)
                ),
        ];

    // Asked for help with a verb that it does not know, the program explains itself, and ends well.
    private static bool KnowsVerb(string help, string verb) =>
        Regex.IsMatch(help, $@"Usage:\s+\w+ {Regex.Escape(verb)} ", RegexOptions.IgnoreCase);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(int Exit, string Said)> RunAsync(string[] command)
    {
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(string[] command)
    {
        var program = command[0].StartsWith("./", StringComparison.Ordinal)
            ? Checkout.Full(command[0][2..])
            : command[0];
        return Process.Start(
            new ProcessStartInfo(program, command[1..])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Checkout.Root,
            }
        )!;
    }

    [GeneratedRegex(@"(^```sh\n.*?^```)|(^    \S.*\n)+", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost|\[::1\]):\d+\S*")]
    private static partial Regex Address();
}
