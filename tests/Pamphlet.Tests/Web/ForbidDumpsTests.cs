using System.Runtime.InteropServices;
using Pamphlet.Web;

namespace Pamphlet.Tests.Web;

public sealed partial class ForbidDumpsTests
{
    private const int GetDumpable = 3;

    [Fact]
    public async Task A_crash_of_this_process_would_write_no_memory_anywhere()
    {
        var settled = ForbidDumps.Settle();

        Assert.True(settled);
        Assert.Equal(0, Control(GetDumpable, 0, 0, 0, 0));
        var limits = await File.ReadAllLinesAsync("/proc/self/limits", TestContext.Current.CancellationToken);
        Assert.Matches(
            @"^Max core file size +0 +0 ",
            limits.Single(line => line.StartsWith("Max core", StringComparison.Ordinal))
        );
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint first, nuint second, nuint third, nuint fourth);
}
