using System.Runtime.InteropServices;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Shelving;

/// <summary>Destroys what no kept edition lists: a withdrawn text must not lie on a seized disk.</summary>
internal static class ShelfSweeper
{
    /// <summary>Overwrites the contents that only leaving editions listed, within packs that stay.</summary>
    /// <remarks>Packs and indexes that nobody names afterwards are removed with the strays.</remarks>
    public static void Destroy(ShelfLayout layout, IReadOnlyList<Edition> going, IReadOnlyList<Edition> kept)
    {
        var staying = kept.SelectMany(edition => edition.Packs.Keys).ToHashSet();
        var dead = new Dictionary<uint, HashSet<FileRange>>();
        foreach (var edition in going)
        {
            foreach (var (hash, forms) in Suspects(edition, kept))
            {
                foreach (var place in forms.All())
                {
                    if (staying.Contains(place.Pack) && !kept.Any(other => other.Lists(hash, place)))
                    {
                        ref var ranges = ref CollectionsMarshal.GetValueRefOrAddDefault(dead, place.Pack, out _);
                        (ranges ??= []).Add(new FileRange(place.Offset, place.Length));
                    }
                }
            }
        }

        foreach (var (pack, ranges) in dead)
        {
            Durable.Destroy(layout.Pack(pack), ranges);
        }
    }

    /// <summary>Destroys every file of the folder that no edition names: half-written packs, and what is left of gone editions.</summary>
    public static void RemoveStrays(ShelfLayout layout, ShelfRecord record)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kept in record.Kept.Concat(record.Going))
        {
            named.UnionWith(kept.Indexes.Select(layout.Index));
        }

        // Packs are named by indexes, and those are in memory: read their lists from the files that stay.
        foreach (var index in named.ToArray())
        {
            named.UnionWith(IndexFile.PacksIn(index).Select(layout.Pack));
        }

        foreach (var file in layout.Files().Where(file => !named.Contains(file)).ToArray())
        {
            Durable.Destroy(file);
        }
    }

    // An edition that shares its whole index with a kept one differs from it only where either overlay speaks.
    private static IEnumerable<(ContentHash Hash, Forms Forms)> Suspects(Edition going, IReadOnlyList<Edition> kept)
    {
        var sibling = kept.FirstOrDefault(other => other.Whole == going.Whole);
        if (sibling is null)
        {
            return going.Files().Select(file => (file.Entry.Hash, file.Entry.Forms));
        }

        var suspects = new List<(ContentHash, Forms)>();
        AddSpoken(going.Overlay, going.Overlay, suspects);
        AddSpoken(sibling.Overlay, going.Whole, suspects);
        return suspects;
    }

    private static void AddSpoken(IndexFile? names, IndexFile? within, List<(ContentHash, Forms)> suspects)
    {
        if (names is null || within is null)
        {
            return;
        }

        foreach (ref readonly var spoken in names.Entries)
        {
            var path = names.PathOf(spoken);
            if (within.TryFind(path, PathHash.Of(path), out var entry) && entry.State != EntryState.Dropped)
            {
                suspects.Add((entry.Hash, entry.Forms));
            }
        }
    }
}
