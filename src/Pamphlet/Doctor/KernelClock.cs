using System.Runtime.InteropServices;

namespace Pamphlet.Doctor;

/// <summary>Whether the kernel knows that somebody keeps its clock right: every daemon that does so tells it.</summary>
internal static partial class KernelClock
{
    private const int NotKept = 5;

    // Larger than the kernel's struct on any machine. All zeros ask, and change nothing.
    private const int Room = 512;

    /// <returns>Null: it does not say.</returns>
    public static bool? IsKept()
    {
        Span<byte> asked = stackalloc byte[Room];
        asked.Clear();
        try
        {
            return Ask(ref MemoryMarshal.GetReference(asked)) switch
            {
                < 0 => null,
                NotKept => false,
                _ => true,
            };
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "adjtimex", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(ref byte asked);
}
