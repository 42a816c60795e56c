using System.Diagnostics;

namespace Pamphlet.Tests.Stories;

/// <summary>A program of the machine that reads our files as a stranger would.</summary>
internal static class Tool
{
    /// <summary>Skips the test, by name, where the program is absent.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(
        string program,
        params string[] arguments
    )
    {
        Assert.SkipUnless(IsThere(program), $"{program} is absent: run ./test, which installs it where it may.");
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
