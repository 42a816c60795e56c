using System.Runtime.InteropServices;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>Lays an edition out anew: each publication leaves a small pack, and a thousand of them would be slow to open.</summary>
internal static class ShelfCompaction
{
    // A pack that is larger than all smaller ones together is not copied: so each byte is copied a logarithmic number of times.
    private const long AlwaysMerge = 1 << 20;

    /// <summary>The changes over the whole index after which it pays to write it anew.</summary>
    public static bool IsDue(Edition edition) =>
        edition.Overlay is { } overlay
        && (overlay.Count > 256 + (edition.Whole.Count / 64) || edition.Packs.Count > 64);

    /// <summary>Copies what still lives in small packs into <paramref name="target"/>.</summary>
    /// <param name="brotli">Denser forms by the content that they are of, where it has none yet.</param>
    /// <returns>Every file of the edition, with its place now.</returns>
    public static IReadOnlyCollection<KeyValuePair<byte[], Listing>> Merge(
        Edition edition,
        PackWriter target,
        IReadOnlyDictionary<ContentHash, byte[]> brotli
    )
    {
        var files = edition.Files().ToArray();
        var merged = Small(files);
        var moved = new Dictionary<Place, Place>();
        var added = new Dictionary<ContentHash, Place>();
        return
        [
            .. files.Select(file => new KeyValuePair<byte[], Listing>(
                file.Path,
                new Listing(file.Entry.State, file.Entry.Hash, Move(file.Entry))
            )),
        ];

        Forms Move(in IndexEntry entry) =>
            new(
                MoveOne(entry.Forms.Identity),
                MoveOne(entry.Forms.Gzip),
                entry.Forms.Brotli.Exists ? MoveOne(entry.Forms.Brotli) : AddBrotli(entry.Hash)
            );

        Place AddBrotli(ContentHash content)
        {
            if (!brotli.TryGetValue(content, out var bytes))
            {
                return Place.Nowhere;
            }

            ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(added, content, out var isAdded);
            if (!isAdded)
            {
                there = target.Add(bytes);
            }

            return there;
        }

        Place MoveOne(Place place)
        {
            if (!merged.Contains(place.Pack))
            {
                return place;
            }

            ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(moved, place, out var isMoved);
            if (!isMoved)
            {
                there = target.Add(edition.Bytes(place));
            }

            return there;
        }
    }

    private static HashSet<uint> Small(IEnumerable<ListedFile> files)
    {
        var live = new Dictionary<uint, long>();
        foreach (var place in files.SelectMany(file => file.Entry.Forms.All()).Distinct())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(live, place.Pack, out _) += place.Length;
        }

        var small = new HashSet<uint>();
        var together = AlwaysMerge;
        foreach (var (pack, length) in live.OrderBy(pack => pack.Value))
        {
            if (length > together)
            {
                break;
            }

            small.Add(pack);
            together += length;
        }

        // One small pack alone would only be copied onto itself.
        return small.Count > 1 ? small : [];
    }
}
