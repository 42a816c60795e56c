using System.Runtime.InteropServices;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>One file of an edition as an index holds it: a fixed number of bytes, read in place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct IndexEntry(uint nameAt, ushort nameLength, EntryState state, ContentHash hash, Forms forms)
{
    private readonly HashBytes hash = HashBytes.Of(hash);

    /// <summary>Where the path begins within the index's names.</summary>
    public uint NameAt { get; } = nameAt;

    /// <summary>In bytes.</summary>
    public ushort NameLength { get; } = nameLength;

    public EntryState State { get; } = state;

    public Forms Forms { get; } = forms;

    public ContentHash Hash => hash.Value;

    /// <summary>The same file under a name that lies elsewhere.</summary>
    public IndexEntry Named(uint at) => new(at, NameLength, State, Hash, Forms);

    [System.Runtime.CompilerServices.InlineArray(ContentHash.Size)]
    private struct HashBytes
    {
        private byte first;

        public readonly ContentHash Value => ContentHash.FromBytes(this);

        public static HashBytes Of(ContentHash hash)
        {
            var bytes = default(HashBytes);
            hash.CopyTo(bytes);
            return bytes;
        }
    }
}

internal enum EntryState : ushort
{
    Listed = 1,

    /// <summary>The edition below lists it, and this one does not.</summary>
    Dropped = 2,

    /// <summary>It is listed, and answers 410: the editors' words where a text was.</summary>
    Gone = 3,
}
