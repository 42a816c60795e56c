using Microsoft.Win32.SafeHandles;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Shelving;

/// <summary>Where the editions of one paper lie, and which of them is served. The life of an edition stands in the README.</summary>
/// <remarks>One writer at a time; readers take <see cref="HoldCurrent"/> and wait for nobody.</remarks>
internal sealed class EditionShelf
{
    /// <summary>How many editions are kept: a mirror that is fetching the last one can finish.</summary>
    public const int Keep = 2;

    private readonly ShelfLayout layout;
    private readonly OpenFiles files;
    private ShelfRecord record;
    private uint lastFile;
    private volatile Edition? current;
    private volatile bool isDistrusted;

    private EditionShelf(ShelfLayout layout)
    {
        this.layout = layout;
        files = new OpenFiles(layout);
        record = ShelfRecord.Empty;
    }

    /// <summary>What readers get, or null: nothing was published yet, or the shelf was damaged.</summary>
    public Edition? Current => current;

    /// <summary>What was wrong with the shelf when it was opened.</summary>
    public ShelfDamage Damage { get; private set; }

    /// <summary>
    /// Called with each new edition when it is on the disk and before anybody gets it: what it throws, nothing is published.
    /// </summary>
    public Action<Edition>? BeforeSwitch { get; set; }

    /// <summary>Whether bytes were found that are not as they were written: the next edition is whole, and takes over none.</summary>
    public bool IsDistrusted => isDistrusted;

    /// <summary>Whether something is still to be destroyed by <see cref="SweepAsync"/>.</summary>
    public bool HasGoing => record.Going.Count > 0;

    /// <summary>Which changes of the database's journal the served edition shows.</summary>
    public Shown Shows => record.Shows;

    /// <summary>Opens a shelf, checks it, and sweeps away what a crash left half done.</summary>
    public static EditionShelf Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var shelf = new EditionShelf(new ShelfLayout(folder));
        shelf.Load();
        ShelfSweeper.RemoveStrays(shelf.layout, shelf.record);
        shelf.SweepNow();
        return shelf;
    }

    /// <summary>Opens a shelf that another process may be writing to: nothing is swept or written.</summary>
    /// <remarks>What that process destroys meanwhile is read as zeros: check each file's hash.</remarks>
    public static EditionShelf OpenToRead(string folder)
    {
        var shelf = new EditionShelf(new ShelfLayout(folder));
        shelf.Load();
        return shelf;
    }

    /// <summary>The served edition, held: the caller lets it go.</summary>
    public Edition? HoldCurrent()
    {
        // The shelf lets an edition go only after it put another in its place.
        while (current is { } edition)
        {
            if (edition.TryHold())
            {
                return edition;
            }
        }

        return null;
    }

    /// <summary>Some bytes of an edition are not as they were written.</summary>
    public void Distrust() => isDistrusted = true;

    /// <summary>Opens a pack beside its mapping: who reads it all once must not fill the memory that counts as ours.</summary>
    public SafeFileHandle OpenPack(uint number) =>
        File.OpenHandle(layout.Pack(number), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Begins the next edition: whole, or as a change to the current one.</summary>
    public EditionDraft Begin(bool isWhole)
    {
        if (!isWhole && Trusted is null)
        {
            throw new InvalidOperationException("A first edition is whole.");
        }

        var number = NextFile();
        return new EditionDraft(new PackWriter(layout.Pack(number), number), Trusted, isWhole);
    }

    /// <summary>Makes the draft the current edition. When this returns it is on the disk, and every new request gets it.</summary>
    /// <param name="shows">Which changes of the database's journal it shows.</param>
    /// <param name="build">Which program rendered it.</param>
    /// <param name="forget">Words may have been taken away: no earlier edition is kept. <see cref="SweepAsync"/> destroys them.</param>
    public Edition Publish(EditionDraft draft, Shown shows, string build, bool forget)
    {
        if (draft.Before != Trusted)
        {
            throw new InvalidOperationException("The draft was begun on another edition.");
        }

        var content = DraftContent.Of(draft, draft.Before);
        if (content.IsNothingNew && string.Equals(current!.Kept.Build, build, StringComparison.Ordinal))
        {
            draft.Pack.Abandon();
            Write(record with { LastFile = lastFile, Shows = shows });
            return current;
        }

        draft.Pack.Finish();
        files.Add(draft.Pack);
        var number = (current?.Number ?? 0) + 1;
        var stay = forget || isDistrusted ? [] : record.Kept.Take(Keep - 1).ToArray();
        Switch(
            content.Files,
            name =>
                draft.IsWhole
                    ? new KeptEdition(number, build, name, Overlay: null)
                    : new KeptEdition(number, build, current!.Kept.Whole, name),
            stay,
            shows
        );
        isDistrusted = false;
        return current!;
    }

    /// <summary>Lays the current edition out anew: one whole index, and few packs. Readers and manifests notice nothing.</summary>
    public void Compact() => Compact(new Dictionary<ContentHash, byte[]>());

    /// <param name="brotli">Denser forms, by the content that they are of; what the edition does not list is left out.</param>
    public void Compact(IReadOnlyDictionary<ContentHash, byte[]> brotli)
    {
        var old = current ?? throw new InvalidOperationException("There is nothing to compact.");
        var number = NextFile();
        using var pack = new PackWriter(layout.Pack(number), number);
        var merged = Merge(old, pack, brotli);
        if (pack.IsEmpty)
        {
            pack.Abandon();
        }
        else
        {
            files.Add(pack);
        }

        Switch(merged, name => old.Kept with { Whole = name, Overlay = null }, [.. record.Kept.Skip(1)], record.Shows);
    }

    private static IReadOnlyCollection<KeyValuePair<byte[], Listing>> Merge(
        Edition old,
        PackWriter pack,
        IReadOnlyDictionary<ContentHash, byte[]> brotli
    )
    {
        try
        {
            var merged = ShelfCompaction.Merge(old, pack, brotli);
            if (!pack.IsEmpty)
            {
                pack.Finish();
            }

            return merged;
        }
        catch
        {
            // On a full disk it is tried again and again: what was begun must not take the last room.
            pack.Abandon();
            throw;
        }
    }

    /// <summary>Destroys what no kept edition lists, once no reader is at it any more.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var kept in record.Going)
        {
            await files[kept].WhenReleasedAsync(cancellationToken);
        }

        SweepNow();
    }

    private void SweepNow()
    {
        if (record.Going.Count == 0)
        {
            return;
        }

        ShelfSweeper.Destroy(layout, [.. record.Going.Select(kept => files[kept])], Kept());
        var gone = record.Going;
        Write(record with { Going = [] });
        files.Forget(gone, record);
        ShelfSweeper.RemoveStrays(layout, record);
    }

    private void Load()
    {
        if (!File.Exists(layout.Current))
        {
            return;
        }

        var read = ShelfRecord.Parse(File.ReadAllBytes(layout.Current));
        Damage = read is null ? ShelfDamage.Record : files.Open(read.Kept);
        if (read is null || Damage != ShelfDamage.None)
        {
            files.Clear();
            return;
        }

        // What is going and cannot be opened was being destroyed when the power went: the strays are what is left of it.
        var going = read.Going.Where(kept => files.Open([kept]) == ShelfDamage.None).ToArray();
        foreach (var kept in going)
        {
            files[kept].LetGo();
        }

        record = read with { Going = going };
        lastFile = read.LastFile;
        current = record.Kept.Count == 0 ? null : files[record.Kept[0]];
    }

    private void Switch(
        IReadOnlyCollection<KeyValuePair<byte[], Listing>> listings,
        Func<IndexName, KeptEdition> name,
        IReadOnlyList<KeptEdition> stay,
        Shown shows
    )
    {
        KeptEdition? kept = null;
        try
        {
            kept = name(WriteIndex(listings));
            Switch(kept, stay, shows);
        }
        catch
        {
            // It may be tried every half minute, and must not leave a pack behind each time: on a full disk it is the last room.
            files.Forget(kept is null || record.Kept.Contains(kept) ? [] : [kept], record);
            ShelfSweeper.RemoveStrays(layout, record);
            throw;
        }
    }

    private void Switch(KeptEdition kept, IReadOnlyList<KeptEdition> stay, Shown shows)
    {
        if (files.Open([kept]) is var damage and not ShelfDamage.None)
        {
            throw new IOException($"Edition {kept.Number} cannot be read right after it was written: {damage}.");
        }

        if (current?.Number != kept.Number)
        {
            BeforeSwitch?.Invoke(files[kept]);
        }

        var leaving = record.Kept.Except(stay).ToArray();
        Write(new ShelfRecord(lastFile, shows, [kept, .. stay], [.. record.Going, .. leaving]));
        current = files[kept];
        foreach (var edition in leaving)
        {
            files[edition].LetGo();
        }
    }

    private void Write(ShelfRecord next)
    {
        Durable.Replace(layout.Current, layout.NextCurrent, next.ToBytes());
        Durable.FlushFolder(layout.Folder);
        record = next;
    }

    private IndexName WriteIndex(IReadOnlyCollection<KeyValuePair<byte[], Listing>> listings)
    {
        var number = NextFile();
        // Its name and the pack's are flushed with the record's: a record that names what is missing is damage, and believed by
        // nobody.
        return new IndexName(number, IndexWriter.Write(layout.Index(number), listings, files.PacksOf(listings)));
    }

    private Edition? Trusted => isDistrusted ? null : current;

    private Edition[] Kept() => [.. record.Kept.Select(kept => files[kept])];

    private uint NextFile() => checked(++lastFile);
}
