using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Pamphlet.Editions.Fast;

/// <summary>Sends several pieces of memory with one call and without copying them, as <c>Socket</c> cannot.</summary>
internal static unsafe partial class LaneSocket
{
    private const int DontWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int TryAgain = 11;

    /// <returns>How many bytes the kernel took without waiting; -1: the connection is gone.</returns>
    public static long Send(SafeSocketHandle socket, ReadOnlySpan<Part> parts)
    {
        fixed (Part* first = parts)
        {
            var message = new Message { Parts = first, Count = (nuint)parts.Length };
            try
            {
                // Through the handle, not its number: a number that was closed in between may be another reader's already.
                var taken = sendmsg(socket, &message, DontWait | NoSignal);
                return taken >= 0 ? taken
                    : Marshal.GetLastPInvokeError() == TryAgain ? 0
                    : -1;
            }
            catch (ObjectDisposedException)
            {
                return -1;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint sendmsg(SafeSocketHandle socket, Message* message, int flags);

    /// <summary>The kernel's <c>iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct Part(byte* start, nuint length)
    {
        public readonly byte* Start = start;
        public readonly nuint Length = length;
    }

    /// <summary>The kernel's <c>msghdr</c>, on 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public nuint NameLength;
        public Part* Parts;
        public nuint Count;
        public void* Control;
        public nuint ControlLength;
        public nint Flags;
    }
}
