using System.Runtime.InteropServices;
using System.Text;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>A file as an edition will list it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Listing(EntryState State, ContentHash Hash, Forms Forms)
{
    public static Listing Dropped { get; } = new(EntryState.Dropped, default, default);

    public static Listing Of(in IndexEntry entry) => new(entry.State, entry.Hash, entry.Forms);
}

/// <summary>Writes an index whole and flushes it; nothing refers to it before.</summary>
internal static class IndexWriter
{
    /// <param name="packs">Every pack that an edition with this index may refer to.</param>
    /// <returns>The hash by which <see cref="IndexFile.Open"/> knows it again.</returns>
    public static ContentHash Write(string path, IEnumerable<KeyValuePair<byte[], Listing>> files, PackLength[] packs)
    {
        var sorted = files.ToArray();
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));

        var namesLength = sorted.Sum(file => file.Key.Length);
        var head = new IndexHead(
            IndexHead.RightMagic,
            packs.Length,
            sorted.Length,
            IndexHead.SlotsFor(sorted.Length),
            namesLength
        );
        var bytes = new byte[head.End];
        MemoryMarshal.Write(bytes, head);
        MemoryMarshal.AsBytes(packs.AsSpan()).CopyTo(bytes.AsSpan((int)head.PacksAt));

        var entries = MemoryMarshal.Cast<byte, IndexEntry>(bytes.AsSpan((int)head.EntriesAt));
        var pathSlots = Slots(bytes, head.PathSlotsAt, head.Slots);
        var hashSlots = Slots(bytes, head.HashSlotsAt, head.Slots);
        var names = bytes.AsSpan((int)head.NamesAt);
        var nameAt = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var (name, listing) = sorted[i];
            name.CopyTo(names[nameAt..]);
            entries[i] = new IndexEntry((uint)nameAt, (ushort)name.Length, listing.State, listing.Hash, listing.Forms);
            nameAt += name.Length;
            IndexSlots.Add(pathSlots, PathHash.Of(name), i);
            if (listing.State != EntryState.Dropped)
            {
                IndexSlots.Add(hashSlots, IndexSlots.KeyOf(listing.Hash), i);
            }
        }

        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(file, bytes, 0);
        RandomAccess.FlushToDisk(file);
        return ContentHash.Of(bytes);
    }

    public static byte[] NameOf(SitePath path) => Encoding.UTF8.GetBytes(path.Value);

    private static Span<ulong> Slots(byte[] bytes, long at, int count) =>
        MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan((int)at, count * sizeof(ulong)));
}
