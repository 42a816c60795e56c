using System.Diagnostics;
using Pamphlet.Mirrors;
using Pamphlet.Signing;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Mirrors;

/// <summary>A disk of two megabytes, and an edition that is larger.</summary>
public sealed class FullDiskTests
{
    // In a mount space of its own, so that it takes nobody's rights; what is left is copied out to be looked at.
    private const string Script = """
        mkdir "$1" && mount -t tmpfs -o size=2m none "$1" || exit 77
        disk=$1; out=$2; shift 2
        "$@"; first=$?
        echo "first $first"
        read -r _
        "$@"; echo "second $?"
        cp -r "$disk/." "$out"
        """;

    [Fact]
    public async Task A_mirror_without_room_says_so_in_one_line_and_goes_on_with_what_it_holds()
    {
        await using var test = await MirrorTest.StartAsync();
        var (disk, left) = (Path.Combine(test.Folders, "disk"), Path.Combine(test.Folders, "left"));
        Directory.CreateDirectory(left);
        using var shell = Process.Start(
            new ProcessStartInfo(
                "unshare",
                [
                    "--user",
                    "--map-root-user",
                    "--mount",
                    "sh",
                    "-c",
                    Script,
                    "sh",
                    disk,
                    left,
                    RunningMirror.Program,
                    .. RunningMirror.Arguments(test, disk),
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var lines = new List<string>();
        while (await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("first", StringComparison.Ordinal))
            {
                test.Paper.Publish(isWhole: false, ("data/large.html", Noise(bytes: 4 << 20)));
                await shell.StandardInput.WriteLineAsync("go on");
            }
        }

        var complaints = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(
            shell.ExitCode == 77 || complaints.Contains("unshare", StringComparison.Ordinal),
            $"No disk of its own can be made here: {complaints}"
        );
        Assert.Contains("first 0", lines);
        Assert.Contains("second 1", lines);
        Assert.Single(lines, line => line.StartsWith("WARNING DiskFault", StringComparison.Ordinal));
        var mirror = Mirror.Open(RunningMirror.FolderIn(left)!, wishes: null)!;
        Assert.Equal(0, ReadSeal.Of(mirror.Log, mirror.Shelf.Current!)!.Record.Number);
        Assert.Equal(
            FollowFinding.Newer,
            (
                await new FollowPaper(mirror, test.Door, witness: null, test.Paper.Time).RunAsync(
                    test.Server.Address,
                    TestContext.Current.CancellationToken
                )
            ).Finding
        );
    }

    [Fact]
    public void A_full_disk_is_told_from_other_faults()
    {
        Assert.True(FullDisk.Is(new IOException("No space left on device", 28)));
        Assert.True(FullDisk.Is(new InvalidOperationException("x", new IOException("Disk quota exceeded", 122))));
        Assert.True(FullDisk.Is(new Microsoft.Data.Sqlite.SqliteException("full", 13)));
        Assert.False(FullDisk.Is(new IOException("Permission denied", 13)));
    }

    // Digits that no packing makes small enough.
    private static string Noise(int bytes)
    {
        var text = new System.Text.StringBuilder();
        for (var block = 0; text.Length < bytes; block++)
        {
            text.Append(
                Convert.ToHexString(System.Security.Cryptography.SHA512.HashData(BitConverter.GetBytes(block)))
            );
        }

        return text.ToString();
    }
}
