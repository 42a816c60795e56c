using System.Runtime.InteropServices;

namespace Pamphlet.Web;

/// <summary>A crash must not write the memory of this process, with whatever somebody was sending, to a disk.</summary>
internal static partial class ForbidDumps
{
    private const int SetDumpable = 4;
    private const int CoreSize = 4;

    /// <summary>Forbids them for this process, also those that the kernel would pipe to a handler, which no limit holds back.</summary>
    /// <returns>False: the kernel would not; nothing else is known to depend on it.</returns>
    public static bool Settle()
    {
        var none = new Limit(0, 0);
        return Control(SetDumpable, 0, 0, 0, 0) == 0 && SetLimit(CoreSize, in none) == 0;
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint first, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(nuint Soft, nuint Hard);
}
