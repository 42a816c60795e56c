using System.Diagnostics;

namespace Pamphlet.Onion;

/// <summary>The tor that is installed here.</summary>
/// <param name="HasWork">Whether it can ask visitors for proof of work while it is overrun.</param>
internal sealed record TorProgram(string Path, TorVersion Version, bool HasWork)
{
    /// <summary>Looks for tor where programs are.</summary>
    /// <returns>One line that says what is wrong and what mends it, or null: <paramref name="program"/> is there.</returns>
    public static string? Find(string? path, out TorProgram? program)
    {
        program = null;
        var file = (path ?? "")
            .Split(':')
            .Select(folder => System.IO.Path.Combine(folder, "tor"))
            .FirstOrDefault(File.Exists);
        if (file is null)
        {
            return "tor is not installed. Install it and start again: apt install tor";
        }

        if (TorVersion.Parse(Ask(file, "--version")) is not { } version)
        {
            return $"{file} does not say which version it is. Install Debian's: apt install --reinstall tor";
        }

        if (version.IsTooOld)
        {
            return $"tor {version} is too old: at least {TorVersion.Least} is needed, and {TorVersion.Advised} is advised. Bring it up to date: apt install tor";
        }

        var hasWork = Ask(file, "--list-modules").Contains("pow: yes", StringComparison.Ordinal);
        program = new TorProgram(file, version, hasWork);
        return null;
    }

    // It answers from itself: no network, no file, a few milliseconds.
    private static string Ask(string file, string question)
    {
        using var process = Process.Start(
            new ProcessStartInfo(file, question)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
