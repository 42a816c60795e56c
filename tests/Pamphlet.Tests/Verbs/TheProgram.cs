using System.Diagnostics;
using System.Text;

namespace Pamphlet.Tests.Verbs;

/// <summary>The program as an operator runs it: its words, its errors and its end.</summary>
internal static class TheProgram
{
    public static async Task<(int Exit, string Said, string Complained)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await complained);
    }

    /// <summary>What it says until a line begins so; then it is ended.</summary>
    public static async Task<string> SaysUntilAsync(string beginning, params string[] arguments)
    {
        using var process = Start(arguments);
        try
        {
            var said = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                said.AppendLine(line);
                if (line.StartsWith(beginning, StringComparison.Ordinal))
                {
                    break;
                }
            }

            return said.ToString();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(string[] arguments)
    {
        // A user who may not read everything, as operators are.
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "dotnet"]
            : ["dotnet"];
        return Process.Start(
            new ProcessStartInfo(
                command[0],
                [.. command[1..], Path.Combine(AppContext.BaseDirectory, "Pamphlet.dll"), .. arguments]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
                Environment = { ["HOME"] = Path.GetTempPath(), ["DOTNET_CLI_HOME"] = Path.GetTempPath() },
            }
        )!;
    }
}
