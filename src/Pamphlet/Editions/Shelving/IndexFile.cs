using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>A list of files with their places, read where it lies.</summary>
internal sealed class IndexFile
{
    private readonly MappedFile file;
    private readonly IndexHead head;

    private IndexFile(uint number, MappedFile file, IndexHead head)
    {
        Number = number;
        this.file = file;
        this.head = head;
    }

    public uint Number { get; }

    public int Count => head.Entries;

    public ReadOnlySpan<PackLength> Packs => Table<PackLength>(head.PacksAt, head.Packs);

    /// <summary>Sorted by the bytes of their paths.</summary>
    public ReadOnlySpan<IndexEntry> Entries => Table<IndexEntry>(head.EntriesAt, head.Entries);

    private ReadOnlySpan<byte> Names => file.Bytes(head.NamesAt, head.NamesLength);

    /// <summary>Opens an index that was written whole.</summary>
    /// <returns>Null where it is missing, or one bit of it is not as it was written.</returns>
    public static IndexFile? Open(string path, uint number, ContentHash expected)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < IndexHead.Size)
        {
            return null;
        }

        var mapped = new MappedFile(path);
        var read = MemoryMarshal.Read<IndexHead>(mapped.Bytes(0, IndexHead.Size));
        if (read.Magic != IndexHead.RightMagic || read.End != mapped.Length || HashOf(mapped) != expected)
        {
            mapped.Close();
            return null;
        }

        return new IndexFile(number, mapped, read);
    }

    /// <summary>The packs that an index names which was opened and found good before.</summary>
    public static IReadOnlyList<uint> PacksIn(string path)
    {
        var mapped = new MappedFile(path);
        var read = MemoryMarshal.Read<IndexHead>(mapped.Bytes(0, IndexHead.Size));
        var packs = new IndexFile(0, mapped, read).Packs.ToArray();
        mapped.Close();
        return [.. packs.Select(pack => pack.Pack)];
    }

    public ReadOnlySpan<byte> PathOf(in IndexEntry entry) => file.Bytes(head.NamesAt + entry.NameAt, entry.NameLength);

    public bool TryFind(ReadOnlySpan<byte> path, ulong pathHash, out IndexEntry entry)
    {
        var slots = Table<ulong>(head.PathSlotsAt, head.Slots);
        var entries = Entries;
        var names = Names;
        for (var at = IndexSlots.First(pathHash, slots.Length); slots[at] != 0; at = IndexSlots.Next(at, slots.Length))
        {
            if (IndexSlots.IsOf(slots[at], pathHash))
            {
                ref readonly var found = ref entries[IndexSlots.EntryOf(slots[at])];
                if (path.SequenceEqual(names.Slice((int)found.NameAt, found.NameLength)))
                {
                    entry = found;
                    return true;
                }
            }
        }

        entry = default;
        return false;
    }

    /// <summary>The positions of all entries with this content.</summary>
    public void FindContent(ContentHash hash, List<int> positions)
    {
        positions.Clear();
        var key = IndexSlots.KeyOf(hash);
        var slots = Table<ulong>(head.HashSlotsAt, head.Slots);
        for (var at = IndexSlots.First(key, slots.Length); slots[at] != 0; at = IndexSlots.Next(at, slots.Length))
        {
            if (IndexSlots.IsOf(slots[at], key) && Entries[IndexSlots.EntryOf(slots[at])].Hash == hash)
            {
                positions.Add(IndexSlots.EntryOf(slots[at]));
            }
        }
    }

    private static ContentHash HashOf(MappedFile file)
    {
        const int Step = 1 << 20;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var at = 0L; at < file.Length; at += Step)
        {
            hash.AppendData(file.Bytes(at, (int)Math.Min(Step, file.Length - at)));
        }

        return ContentHash.FromBytes(hash.GetHashAndReset());
    }

    private ReadOnlySpan<T> Table<T>(long offset, int count)
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(
            file.Bytes(offset, checked(count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()))
        );
}

/// <summary>The hash tables of an index: 32 bits of the key and the entry's position, counted from 1; 0 is empty.</summary>
internal static class IndexSlots
{
    public static int First(ulong key, int slots) => (int)(key & (uint)(slots - 1));

    public static int Next(int at, int slots) => (at + 1) & (slots - 1);

    public static bool IsOf(ulong slot, ulong key) => slot >> 32 == key >> 32;

    public static int EntryOf(ulong slot) => (int)(slot & uint.MaxValue) - 1;

    public static ulong KeyOf(ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    public static void Add(Span<ulong> slots, ulong key, int entry)
    {
        var at = First(key, slots.Length);
        while (slots[at] != 0)
        {
            at = Next(at, slots.Length);
        }

        slots[at] = (key >> 32 << 32) | (uint)(entry + 1);
    }
}
