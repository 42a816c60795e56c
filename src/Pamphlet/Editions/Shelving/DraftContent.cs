using System.Text;

namespace Pamphlet.Editions.Shelving;

/// <summary>What the index of a draft's edition lists.</summary>
/// <param name="IsNothingNew">The edition before says the same.</param>
internal sealed record DraftContent(IReadOnlyCollection<KeyValuePair<byte[], Listing>> Files, bool IsNothingNew)
{
    public static DraftContent Of(EditionDraft draft, Edition? before) =>
        draft.IsWhole ? Whole(draft, before) : Overlay(draft, before!);

    private static DraftContent Whole(EditionDraft draft, Edition? before)
    {
        var files = new List<KeyValuePair<byte[], Listing>>(draft.Files.Count);
        var same = 0;
        foreach (var (path, listing) in draft.Files)
        {
            if (listing.State != EntryState.Dropped)
            {
                var name = Encoding.UTF8.GetBytes(path.Value);
                files.Add(new(name, listing));
                same += IsSame(before, name, listing) ? 1 : 0;
            }
        }

        return new DraftContent(files, before is not null && same == files.Count && same == before.Files().Count());
    }

    private static DraftContent Overlay(EditionDraft draft, Edition before)
    {
        var files = new Dictionary<byte[], Listing>(PathBytes.Instance);
        if (before.Overlay is { } overlay)
        {
            foreach (ref readonly var entry in overlay.Entries)
            {
                files.Add(overlay.PathOf(entry).ToArray(), Listing.Of(entry));
            }
        }

        var isNothingNew = true;
        foreach (var (path, listing) in draft.Files)
        {
            var name = Encoding.UTF8.GetBytes(path.Value);
            if (IsSame(before, name, listing))
            {
                continue;
            }

            isNothingNew = false;
            files[name] = listing;
            if (listing.State == EntryState.Dropped && !before.Whole.TryFind(name, PathHash.Of(name), out _))
            {
                files.Remove(name);
            }
        }

        return new DraftContent(files, isNothingNew);
    }

    private static bool IsSame(Edition? before, byte[] name, Listing listing)
    {
        if (before is null || !before.TryFind(name, out var entry))
        {
            return listing.State == EntryState.Dropped;
        }

        return listing.State == entry.State && entry.Hash == listing.Hash;
    }
}

internal sealed class PathBytes : IEqualityComparer<byte[]>
{
    public static PathBytes Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => unchecked((int)PathHash.Of(obj));
}
