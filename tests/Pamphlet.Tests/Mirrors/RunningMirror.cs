using System.Diagnostics;

namespace Pamphlet.Tests.Mirrors;

/// <summary>The program itself as a mirror of a paper that a test serves: <c>pamphlet mirror --once</c>.</summary>
internal static class RunningMirror
{
    public static Process Start(MirrorTest test, string data) =>
        Process.Start(
            new ProcessStartInfo(Program, Arguments(test, data))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Pamphlet");

    public static string[] Arguments(MirrorTest test, string data) =>
        [
            "mirror",
            test.Server.Address.AbsoluteUri,
            "--key",
            $"{test.Paper.Paper.Keys!.Log.Verifier}",
            "--once",
            "--data",
            data,
        ];

    /// <summary>Where it holds the only paper that it holds.</summary>
    public static string? FolderIn(string data) =>
        Directory.Exists(Path.Combine(data, "mirrors"))
            ? Directory.EnumerateDirectories(Path.Combine(data, "mirrors")).SingleOrDefault()
            : null;
}
