using System.Diagnostics;

namespace Pamphlet.Copies;

/// <summary>A program of the machine that makes a copy out of our files: bounded in time, with nothing of our environment but where programs are.</summary>
internal static class OutsideTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>Where it is, or null: not installed.</returns>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <exception cref="IOException">It failed, or took too long; the message is its last line.</exception>
    public static async Task RunAsync(
        string program,
        string folder,
        IEnumerable<string> arguments,
        CancellationToken cancel
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        start.Environment["HOME"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(late.Token);
            var complained = process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            var lines = $"{await said}\n{await complained}".Trim().Split('\n');
            if (process.ExitCode != 0)
            {
                throw new IOException($"{Path.GetFileName(program)} failed: {lines[^1]}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
