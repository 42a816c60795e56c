namespace Pamphlet.Editions.Shelving;

/// <summary>The editions, indexes and packs that are open; editions share them.</summary>
internal sealed class OpenFiles(ShelfLayout layout)
{
    private readonly Dictionary<uint, Pack> packs = [];
    private readonly Dictionary<uint, IndexFile> indexes = [];
    private readonly Dictionary<KeptEdition, Edition> editions = [];

    public Edition this[KeptEdition kept] => editions[kept];

    /// <summary>Opens editions and everything that they need.</summary>
    public ShelfDamage Open(IReadOnlyList<KeptEdition> wanted)
    {
        foreach (var kept in wanted)
        {
            var whole = Index(kept.Whole);
            var overlay = kept.Overlay is { } name ? Index(name) : null;
            if (whole is null || (kept.Overlay is not null && overlay is null))
            {
                return ShelfDamage.Index;
            }

            var needed = new Dictionary<uint, Pack>();
            foreach (var pack in overlay is null ? whole.Packs : [.. whole.Packs, .. overlay.Packs])
            {
                if (Pack(pack) is not { } found)
                {
                    return ShelfDamage.Pack;
                }

                needed[pack.Pack] = found;
            }

            editions[kept] = new Edition(kept, whole, overlay, needed);
        }

        return ShelfDamage.None;
    }

    /// <summary>Believes nothing of what it opened.</summary>
    public void Clear()
    {
        packs.Clear();
        indexes.Clear();
        editions.Clear();
    }

    /// <summary>Opens a pack that was just written.</summary>
    public void Add(PackWriter written)
    {
        if (Pack(new PackLength(written.Number, written.Length)) is null)
        {
            throw new IOException($"Pack {written.Number} cannot be read right after it was written.");
        }
    }

    /// <summary>The packs that some files lie in.</summary>
    public PackLength[] PacksOf(IEnumerable<KeyValuePair<byte[], Listing>> listings)
    {
        var used = new HashSet<uint>();
        foreach (var (_, listing) in listings)
        {
            used.Add(listing.Forms.Identity.Pack);
            used.Add(listing.Forms.Gzip.Pack);
            used.Add(listing.Forms.Brotli.Pack);
        }

        used.Remove(Place.Nowhere.Pack);
        return [.. used.Order().Select(number => new PackLength(number, packs[number].Length))];
    }

    /// <summary>Lets go of editions and of what only they needed.</summary>
    public void Forget(IEnumerable<KeptEdition> gone, ShelfRecord record)
    {
        foreach (var kept in gone)
        {
            editions.Remove(kept);
        }

        var (neededIndexes, neededPacks) = (new HashSet<uint>(), new HashSet<uint>());
        foreach (var kept in record.Kept.Concat(record.Going))
        {
            neededIndexes.UnionWith(kept.Indexes);
            neededPacks.UnionWith(editions[kept].Packs.Keys);
        }

        foreach (var number in indexes.Keys.Except(neededIndexes).ToArray())
        {
            indexes.Remove(number);
        }

        foreach (var number in packs.Keys.Except(neededPacks).ToArray())
        {
            packs.Remove(number);
        }
    }

    private IndexFile? Index(IndexName name)
    {
        if (!indexes.TryGetValue(name.Number, out var index))
        {
            index = IndexFile.Open(layout.Index(name.Number), name.Number, name.Hash);
            if (index is not null)
            {
                indexes.Add(name.Number, index);
            }
        }

        return index;
    }

    private Pack? Pack(PackLength wanted)
    {
        if (!packs.TryGetValue(wanted.Pack, out var pack))
        {
            pack = Shelving.Pack.Open(layout.Pack(wanted.Pack), wanted.Pack, wanted.Length);
            if (pack is not null)
            {
                packs.Add(wanted.Pack, pack);
            }
        }

        return pack;
    }
}
