using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pamphlet.Editions.Shelving;

/// <summary>How an index lies on the disk: head, packs, entries sorted by path, two hash tables, paths.</summary>
/// <remarks>
/// In this machine's byte order: a shelf is no format of exchange (an export is), and one that was carried to another kind of
/// machine is built anew from the database.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct IndexHead(ulong Magic, int Packs, int Entries, int Slots, int NamesLength)
{
    /// <summary>«pamidx 1».</summary>
    public const ulong RightMagic = 0x3120_7864_696D_6170;

    public static int Size => Unsafe.SizeOf<IndexHead>();

    public long PacksAt => Size;

    public long EntriesAt => PacksAt + ((long)Packs * Unsafe.SizeOf<PackLength>());

    public long PathSlotsAt => EntriesAt + ((long)Entries * Unsafe.SizeOf<IndexEntry>());

    public long HashSlotsAt => PathSlotsAt + ((long)Slots * sizeof(ulong));

    public long NamesAt => HashSlotsAt + ((long)Slots * sizeof(ulong));

    public long End => NamesAt + NamesLength;

    /// <summary>At least twice the entries, and a power of two: a look-up meets an empty slot soon.</summary>
    public static int SlotsFor(int entries) =>
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, checked(entries * 2)));
}

/// <summary>A pack that an index refers to, and how long it must be.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PackLength(uint Pack, long Length);
