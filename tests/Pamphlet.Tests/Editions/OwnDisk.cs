using System.Diagnostics;

namespace Pamphlet.Tests.Editions;

/// <summary>A small disk that only one process and its children see, in a mount space of its own: it takes nobody's rights and leaves nothing.</summary>
internal sealed class OwnDisk(string place, int mebibytes)
{
    private const int Step = 4096;

    private const string Script = """
        mkdir -p "$1" && mount -t tmpfs -o size="$2"m none "$1" || exit 77
        shift 2
        exec "$@"
        """;

    private string? seen;

    /// <summary>What runs a command on it.</summary>
    public IReadOnlyList<string> Under =>
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", Script, "sh", place, $"{mebibytes}"];

    private string Filler => Path.Combine(seen!, "filler");

    public static async Task SkipWhereNoneAsync(string place)
    {
        var under = new OwnDisk(place, mebibytes: 1).Under;
        using var tried = Process.Start(
            new ProcessStartInfo(under[0], [.. under.Skip(1), "true"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            }
        )!;
        var complaint = await tried.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tried.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(tried.ExitCode == 0, $"No disk of its own can be made here: {complaint}");
    }

    /// <summary>Where we see it too, through the process that lives on it.</summary>
    public void SeenThrough(int process) => seen = $"/proc/{process}/root{place}";

    /// <summary>Takes all room, but for so many bytes.</summary>
    public void Fill(int but)
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[Step];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException full) when (Pamphlet.Storage.FullDisk.Is(full))
        {
            filler.SetLength(filler.Length - but);
        }
    }

    public void Free() => File.Delete(Filler);
}
