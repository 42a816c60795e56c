using System.Diagnostics;
using System.Globalization;

namespace Pamphlet.Onion;

/// <summary>A tor of our own: it ends when we do, however we end, for it watches our process and our control connection.</summary>
internal sealed class TorChild : IDisposable
{
    private readonly Process process;
    private volatile string lastWarning = "";

    private TorChild(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.StandardInput.Close();
    }

    public bool HasEnded => process.HasExited;

    public int Id => process.Id;

    /// <summary>What tor last complained of: about its settings or its network, never about a visitor.</summary>
    public string LastWarning => lastWarning;

    /// <param name="run">Its torrc is written: <see cref="WriteTorrc"/>.</param>
    public static TorChild Start(TorProgram program, RunFolder run)
    {
        var start = new ProcessStartInfo(program.Path)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        string[] arguments = ["-f", run.Torrc, "--defaults-torrc", "/dev/null", "--hush"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new TorChild(Process.Start(start)!);
    }

    /// <param name="state">Where tor keeps its guards between starts, mode 0700.</param>
    /// <param name="served">The onions' lines, and those for a private network of tests.</param>
    public static void WriteTorrc(RunFolder run, string state, string served)
    {
        Directory.CreateDirectory(state, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        RunFolder.Write(run.Torrc, System.Text.Encoding.UTF8.GetBytes(Lines(run, state) + served));
    }

    /// <summary>Ends it, if it has not ended with our connection.</summary>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    // No network port at all: sockets both ways. What tor logs goes to us, and we keep one line.
    private static string Lines(RunFolder run, string state) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            DataDirectory {state}
            ControlSocket {run.ControlSocket}
            CookieAuthentication 1
            CookieAuthFile {run.Cookie}
            SocksPort unix:{run.Socks}
            __OwningControllerProcess {Environment.ProcessId}
            AvoidDiskWrites 1
            SafeLogging 1
            Log warn stdout

            """
        );

    private void Keep(string? line)
    {
        var at = line?.IndexOf(']', StringComparison.Ordinal) ?? -1;
        if (at > 0 && !line!.Contains("You are running Tor as root", StringComparison.Ordinal))
        {
            lastWarning = line[(at + 1)..].Trim();
        }
    }
}
