using System.Buffers.Binary;
using System.Numerics;

namespace Pamphlet.Editions.Shelving;

/// <summary>A quick hash of a path's bytes. It is stored in indexes, so it may never change without a new format number.</summary>
/// <remarks>Only editors choose paths: it need not withstand anybody.</remarks>
internal static class PathHash
{
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    public static ulong Of(ReadOnlySpan<byte> path)
    {
        unchecked
        {
            var hash = (ulong)path.Length * Odd;
            while (path.Length >= sizeof(ulong))
            {
                hash = (BitOperations.RotateLeft(hash, 5) ^ BinaryPrimitives.ReadUInt64LittleEndian(path)) * Odd;
                path = path[sizeof(ulong)..];
            }

            var rest = 0UL;
            for (var i = 0; i < path.Length; i++)
            {
                rest |= (ulong)path[i] << (8 * i);
            }

            hash = (BitOperations.RotateLeft(hash, 5) ^ rest) * Odd;
            return hash ^ (hash >> 32);
        }
    }
}
