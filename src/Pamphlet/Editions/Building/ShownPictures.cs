using System.Collections.Concurrent;
using Pamphlet.Pictures;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>The pictures of a paper without their bytes, and which of them public texts turned out to show.</summary>
internal sealed class ShownPictures
{
    private readonly PictureStore store;
    private readonly Dictionary<PictureId, ShownPicture?> pictures = [];
    private readonly ConcurrentDictionary<PictureId, bool> asked = new();
    private volatile bool isMissed;
    private bool areAll;

    private ShownPictures(PictureStore store)
    {
        this.store = store;
    }

    /// <summary>The pictures that were asked for: only what a public text shows belongs into an edition.</summary>
    public IReadOnlyList<PictureId> Asked => [.. asked.Keys];

    public ShownPicture this[PictureId id] => pictures[id]!;

    /// <summary>All pictures, for a whole edition.</summary>
    public static async Task<ShownPictures> AllAsync(
        Database database,
        PublicationId publication,
        CancellationToken cancellationToken
    )
    {
        var shown = None(database, publication);
        foreach (var (id, picture) in await shown.store.ShownAsync(only: null, cancellationToken))
        {
            shown.pictures[id] = picture;
        }

        shown.areAll = true;
        return shown;
    }

    /// <summary>No picture yet: a change asks for those that its texts name (<see cref="FindAsync"/>), however many the paper has.</summary>
    public static ShownPictures None(Database database, PublicationId publication) =>
        new(new PictureStore(database, publication));

    /// <summary>Learns of some pictures. Afterwards <see cref="Of"/> may be asked for them.</summary>
    public async Task FindAsync(IEnumerable<PictureId> named, CancellationToken cancellationToken)
    {
        PictureId[] unknown = areAll ? [] : [.. named.Distinct().Where(id => !pictures.ContainsKey(id))];
        if (unknown.Length == 0)
        {
            return;
        }

        var found = await store.ShownAsync(unknown, cancellationToken);
        foreach (var id in unknown)
        {
            pictures[id] = found.GetValueOrDefault(id);
        }
    }

    /// <summary>Whether one was asked for that nobody had looked for: a name written in entities. What was rendered lacks it.</summary>
    public bool IsMissed => isMissed;

    /// <summary>For <see cref="RenderContext.PictureOf"/>.</summary>
    public ShownPicture? Of(string name)
    {
        if (!PictureId.TryParse(name, out var id) || !string.Equals(id.ToString(), name, StringComparison.Ordinal))
        {
            return null;
        }

        if (!pictures.TryGetValue(id, out var picture))
        {
            isMissed |= !areAll;
        }

        if (picture is not null)
        {
            asked.TryAdd(id, true);
        }

        return picture;
    }

    /// <summary>Reads the bytes of a picture's files.</summary>
    public async Task<List<(SitePath Path, byte[] Content)>> ReadAsync(
        PictureId picture,
        CancellationToken cancellationToken
    ) =>
        await store
            .FilesOfAsync([picture])
            .Select(file => (SitePath.From(file.SitePath), file.Content))
            .ToListAsync(cancellationToken);
}
