using System.Collections.Concurrent;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>An edition that is being written. Several threads may put files into it; no reader sees any before it is published.</summary>
/// <remarks>Every byte that it writes is listed: what no edition lists would never be destroyed.</remarks>
internal sealed class EditionDraft : IDisposable
{
    /// <summary>The quality of the brotli forms of a few changed pages: half a millisecond each.</summary>
    private const int BrotliAtOnce = 5;

    private readonly ConcurrentDictionary<SitePath, Listing> files = new();
    private readonly ConcurrentDictionary<ContentHash, Forms> contents = new();
    private readonly Lock[] gates = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    public EditionDraft(PackWriter pack, Edition? before, bool isWhole)
    {
        Pack = pack;
        Before = before;
        IsWhole = isWhole;
    }

    public PackWriter Pack { get; }

    public Edition? Before { get; }

    /// <summary>Whether it says everything; otherwise what it does not name stays as it was.</summary>
    public bool IsWhole { get; }

    public IReadOnlyDictionary<SitePath, Listing> Files => files;

    /// <summary>Writes a file of the edition; content that the shelf already holds is not written again.</summary>
    public void Put(SitePath path, ReadOnlySpan<byte> content, EntryState state = EntryState.Listed)
    {
        var hash = ContentHash.Of(content);
        Say(path, new Listing(state, hash, Store(hash, content, MediaType.IsText(path.Value))));
    }

    /// <summary>Writes a file that other pages may have asked for already: a picture that two texts show.</summary>
    public void PutOnce(SitePath path, ReadOnlySpan<byte> content)
    {
        if (!files.ContainsKey(path))
        {
            Put(path, content);
        }
    }

    /// <summary>Lists a file as the edition before does, without its bytes being read again.</summary>
    /// <returns>False: that one has not got it.</returns>
    public bool Keep(SitePath path)
    {
        if (files.ContainsKey(path))
        {
            return true;
        }

        if (Before is null || !Before.TryFind(IndexWriter.NameOf(path), out var entry))
        {
            return false;
        }

        if (IsWhole)
        {
            files[path] = Listing.Of(entry);
        }

        return true;
    }

    public void Drop(SitePath path) => Say(path, Listing.Dropped);

    /// <summary>Destroys what was written, unless it was published.</summary>
    public void Dispose()
    {
        if (!Pack.IsFinished)
        {
            Pack.Abandon();
        }

        Pack.Dispose();
    }

    private void Say(SitePath path, Listing listing)
    {
        if (!files.TryAdd(path, listing))
        {
            throw new InvalidOperationException($"Two files were written as {path}.");
        }
    }

    private Forms Store(ContentHash hash, ReadOnlySpan<byte> content, bool isText)
    {
        if (Before is not null && Before.TryFindContent(hash, out var entry))
        {
            return entry.Forms;
        }

        // Two threads with one content must not both write it: the second copy would be listed nowhere.
        lock (gates[unchecked((uint)hash.GetHashCode()) % gates.Length])
        {
            if (!contents.TryGetValue(hash, out var forms))
            {
                forms = isText ? Compressed(content) : new Forms(Pack.Add(content), Place.Nowhere, Place.Nowhere);
                contents.TryAdd(hash, forms);
            }

            return forms;
        }
    }

    // A whole edition gets its brotli forms when it is up (ShrinkEdition): until then gzip serves everybody.
    private Forms Compressed(ReadOnlySpan<byte> content)
    {
        var place = Pack.Add(content);
        var gzip = Compression.Gzip(content);
        var packed = gzip.IsEmpty ? Place.Nowhere : Pack.Add(gzip);
        var brotli = IsWhole || !packed.Exists ? [] : Compression.Brotli(content, BrotliAtOnce, packed.Length);
        return new Forms(place, packed, brotli.IsEmpty ? Place.Nowhere : Pack.Add(brotli));
    }
}
