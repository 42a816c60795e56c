using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>A publication's log on the disk: its records, the tree over them, and the head that was signed last.</summary>
/// <remarks>
/// Entries and hashes are on the disk before the head that counts them, so that a head never promises more than there is; what lies
/// behind it after a crash is overwritten. One writer; anybody may read meanwhile.
/// </remarks>
internal sealed class EditionLog
{
    private readonly LogFolder folder;
    private readonly Lock gate = new();
    private volatile LogHead? head;
    private long bundleEnd;

    private EditionLog(LogFolder folder)
    {
        this.folder = folder;
    }

    /// <summary>What was signed last, or null: the log is empty.</summary>
    public LogHead? Head => head;

    public long Size => head?.Checkpoint.Size ?? 0;

    public LogFolder Files => folder;

    /// <exception cref="LogDamagedException">Its head and its entries do not fit together: nothing may be signed on top of it.</exception>
    public static EditionLog Open(string path)
    {
        Directory.CreateDirectory(path);
        var log = new EditionLog(new LogFolder(path));
        log.Load();
        return log;
    }

    /// <summary>Adds records and then the head that counts them. When this returns they are on the disk.</summary>
    /// <param name="sign">Gets the new head's text, and signs it or finds it signed.</param>
    /// <exception cref="LogDamagedException">The head that came back is of another tree.</exception>
    public void Append(IReadOnlyList<byte[]> records, Func<Checkpoint, SignedNote> sign, string origin)
    {
        lock (gate)
        {
            var size = Size;
            var end = bundleEnd;
            foreach (var record in records)
            {
                var (bundle, place) = Math.DivRem(size, LogTile.FullWidth);
                end = place == 0 ? 0 : end;
                var entry = EntryBundle.Encode(record);
                GrowingFile.Append(folder.Entries(bundle), end, entry);
                AppendHash(0, size, TreeHash.Leaf(record));
                (size, end) = (size + 1, end + entry.Length);
            }

            var checkpoint = new Checkpoint(origin, size, TreeProof.Root(size, SubtreeAt));
            var note = sign(checkpoint);
            if (!string.Equals(note.Text, checkpoint.ToString(), StringComparison.Ordinal))
            {
                throw new LogDamagedException("The new head is of another tree than the records make.");
            }

            GrowingFile.Replace(folder.Checkpoint, note.ToBytes());
            (head, bundleEnd) = (new LogHead(checkpoint, note), end);
        }
    }

    /// <summary>The hash of a whole subtree, out of the tiles.</summary>
    public ContentHash SubtreeAt(int level, long index)
    {
        var (tileLevel, inTile) = Math.DivRem(level, LogTile.Height);
        var first = index << inTile;
        var (tile, place) = Math.DivRem(first, LogTile.FullWidth);
        var bytes =
            GrowingFile.Read(folder.Hashes(tileLevel, tile), place * ContentHash.Size, ContentHash.Size << inTile)
            ?? throw new LogDamagedException("A tile of the log is missing.");
        return TreeHash.Root(
            Enumerable
                .Range(0, 1 << inTile)
                .Select(i => ContentHash.FromBytes(bytes.AsSpan(i * ContentHash.Size, ContentHash.Size)))
        );
    }

    public IReadOnlyList<ContentHash> Inclusion(long index, long size) => TreeProof.Inclusion(index, size, SubtreeAt);

    public IReadOnlyList<ContentHash> Consistency(long old, long size) => TreeProof.Consistency(old, size, SubtreeAt);

    /// <summary>The bytes of a tile as strangers fetch it; null where the tree of <paramref name="size"/> has none.</summary>
    public byte[]? Tile(LogTile tile, long size)
    {
        var level = tile.Level ?? 0;
        var there = size >> Math.Min(level * LogTile.Height, 62);
        if (tile.Index > there / LogTile.FullWidth || (tile.Index * LogTile.FullWidth) + tile.Width > there)
        {
            return null;
        }

        if (tile.Level is not null)
        {
            return GrowingFile.Read(folder.Hashes(level, tile.Index), 0, tile.Width * ContentHash.Size);
        }

        var bundle = GrowingFile.ReadAll(folder.Entries(tile.Index));
        var length = EntryBundle.LengthOf(bundle, tile.Width);
        return length < 0 ? null : bundle[..length];
    }

    /// <summary>One record.</summary>
    public byte[]? Record(long index)
    {
        if (index < 0 || index >= Size)
        {
            return null;
        }

        var (bundle, place) = Math.DivRem(index, LogTile.FullWidth);
        var bytes = Tile(new LogTile(null, bundle, (int)place + 1), Size);
        return bytes is not null && EntryBundle.TryRead(bytes, (int)place + 1, out var entries) ? entries[^1] : null;
    }

    private void Load()
    {
        if (!File.Exists(folder.Checkpoint))
        {
            return;
        }

        if (
            !SignedNote.TryParse(File.ReadAllBytes(folder.Checkpoint), out var note)
            || !Checkpoint.TryParse(note.Text, out var checkpoint)
        )
        {
            throw new LogDamagedException("The head of the log is not as it was written.");
        }

        if (TreeProof.Root(checkpoint.Size, SubtreeAt) != checkpoint.Root)
        {
            throw new LogDamagedException("The log's tree is not the one that its head stands for.");
        }

        head = new LogHead(checkpoint, note);
        var place = (int)(checkpoint.Size % LogTile.FullWidth);
        bundleEnd =
            place == 0
                ? 0
                : Tile(new LogTile(null, checkpoint.Size / LogTile.FullWidth, place), checkpoint.Size)?.Length
                    ?? throw new LogDamagedException("Records of the log are missing.");
    }

    private void AppendHash(int level, long index, ContentHash hash)
    {
        var (tile, place) = Math.DivRem(index, LogTile.FullWidth);
        var bytes = new byte[ContentHash.Size];
        hash.CopyTo(bytes);
        GrowingFile.Append(folder.Hashes(level, tile), place * ContentHash.Size, bytes);
        if (place == LogTile.FullWidth - 1)
        {
            var whole = GrowingFile.ReadAll(folder.Hashes(level, tile));
            AppendHash(
                level + 1,
                tile,
                TreeHash.Root(whole.Chunk(ContentHash.Size).Select(one => ContentHash.FromBytes(one)))
            );
        }
    }
}

/// <summary>A log's head, and the note that says it.</summary>
internal sealed record LogHead(Checkpoint Checkpoint, SignedNote Note);

/// <summary>A log that does not fit together. It is never mended by guessing: a mirror has it whole.</summary>
internal sealed class LogDamagedException(string message) : Exception(message);
