using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>The whole public site at one moment. It never changes; several may be read at the same time.</summary>
/// <remarks>
/// Whoever reads bytes holds it (<see cref="TryHold"/>): what nobody keeps is overwritten with zeros, and a reader must not
/// get half a page of them.
/// </remarks>
internal sealed class Edition
{
    private readonly Dictionary<uint, Pack> packs;
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The shelf's own hold is the first.
    private int holds = 1;

    public Edition(KeptEdition kept, IndexFile whole, IndexFile? overlay, Dictionary<uint, Pack> packs)
    {
        Kept = kept;
        Whole = whole;
        Overlay = overlay;
        this.packs = packs;
    }

    public KeptEdition Kept { get; }

    public long Number => Kept.Number;

    public IndexFile Whole { get; }

    public IndexFile? Overlay { get; }

    public IReadOnlyDictionary<uint, Pack> Packs => packs;

    /// <param name="path">From the edition's root, in UTF-8: <c>data/index.html</c>.</param>
    public bool TryFind(ReadOnlySpan<byte> path, out IndexEntry entry) => TryFind(path, PathHash.Of(path), out entry);

    public bool TryFind(ReadOnlySpan<byte> path, ulong hash, out IndexEntry entry)
    {
        if (Overlay is not null && Overlay.TryFind(path, hash, out entry))
        {
            return entry.State != EntryState.Dropped;
        }

        return Whole.TryFind(path, hash, out entry);
    }

    /// <summary>Finds content by its hash, wherever it is listed.</summary>
    public bool TryFindContent(ContentHash hash, out IndexEntry entry)
    {
        foreach (var found in WithContent(hash))
        {
            entry = found;
            return true;
        }

        entry = default;
        return false;
    }

    /// <summary>Whether some file of this edition lies exactly there.</summary>
    public bool Lists(ContentHash hash, Place place) =>
        WithContent(hash)
            .Exists(entry => entry.Forms.Identity == place || entry.Forms.Gzip == place || entry.Forms.Brotli == place);

    /// <remarks>The caller holds the edition for as long as it reads the bytes.</remarks>
    public ReadOnlySpan<byte> Bytes(Place place) => packs[place.Pack].Bytes(place);

    /// <summary>Every file, sorted by the bytes of its path.</summary>
    public IEnumerable<ListedFile> Files()
    {
        var (w, o) = (0, 0);
        while (true)
        {
            var order = Compare(w, o);
            if (order == int.MaxValue)
            {
                yield break;
            }

            // The overlay's word counts where both speak of a path.
            var next = order < 0 ? Read(Whole, w) : Read(Overlay!, o);
            w += order <= 0 ? 1 : 0;
            o += order >= 0 ? 1 : 0;
            if (next.Entry.State != EntryState.Dropped)
            {
                yield return next;
            }
        }
    }

    public bool TryHold()
    {
        var seen = Volatile.Read(ref holds);
        while (seen > 0)
        {
            var now = Interlocked.CompareExchange(ref holds, seen + 1, seen);
            if (now == seen)
            {
                return true;
            }

            seen = now;
        }

        return false;
    }

    public void LetGo()
    {
        if (Interlocked.Decrement(ref holds) == 0)
        {
            released.SetResult();
        }
    }

    /// <summary>Returns when the shelf and every reader let go.</summary>
    public Task WhenReleasedAsync(CancellationToken cancellationToken) => released.Task.WaitAsync(cancellationToken);

    private static ListedFile Read(IndexFile index, int at)
    {
        var entry = index.Entries[at];
        return new ListedFile(index.PathOf(entry).ToArray(), entry);
    }

    private int Compare(int w, int o)
    {
        var overlays = Overlay?.Count ?? 0;
        return (w < Whole.Count, o < overlays) switch
        {
            (false, false) => int.MaxValue,
            (true, false) => -1,
            (false, true) => 1,
            _ => Math.Sign(Whole.PathOf(Whole.Entries[w]).SequenceCompareTo(Overlay!.PathOf(Overlay.Entries[o]))),
        };
    }

    private List<IndexEntry> WithContent(ContentHash hash)
    {
        var positions = new List<int>();
        var found = new List<IndexEntry>();
        if (Overlay is not null)
        {
            Overlay.FindContent(hash, positions);
            foreach (var position in positions)
            {
                found.Add(Overlay.Entries[position]);
            }
        }

        Whole.FindContent(hash, positions);
        foreach (var position in positions)
        {
            var path = Whole.PathOf(Whole.Entries[position]);
            if (Overlay is null || !Overlay.TryFind(path, PathHash.Of(path), out _))
            {
                found.Add(Whole.Entries[position]);
            }
        }

        return found;
    }
}

/// <summary>A file of an edition.</summary>
/// <param name="Path">In UTF-8, from the edition's root.</param>
internal readonly record struct ListedFile(byte[] Path, IndexEntry Entry);
