using Pamphlet.Desk.Words;
using Pamphlet.Storage;

namespace Pamphlet.Desk;

/// <summary>The menu: made of the endpoints that ask to be in it, and of what the editor may do.</summary>
internal sealed class DeskMenu
{
    private (string Path, Access Access, MenuEntry Entry, WaitingThings? Waiting)[] entries = [];

    public void ReadFrom(IEnumerable<Endpoint> endpoints) =>
        entries = [
            .. from endpoint in endpoints.OfType<RouteEndpoint>()
            let entry = endpoint.Metadata.GetMetadata<MenuEntry>()
            let waiting = endpoint.Metadata.GetMetadata<WaitingThings>()
            where entry is not null
            orderby entry.Place
            select ($"/{endpoint.RoutePattern.RawText!.Trim('/')}", Access.OfEndpoint(endpoint), entry, waiting),
        ];

    /// <summary>What waits for this editor, in the menu's order; nothing of what they may not do.</summary>
    public async Task<IReadOnlyList<WaitingThing>> WaitingAsync(
        Visit visit,
        Database database,
        CancellationToken cancel
    )
    {
        var found = new List<WaitingThing>();
        foreach (var (_, access, _, waiting) in entries)
        {
            if (waiting is not null && access.Admits(visit.Editor))
            {
                found.AddRange(
                    (await waiting.AskAsync(visit, database, cancel)).Where(thing => thing.Count is null or > 0)
                );
            }
        }

        return found;
    }

    public IReadOnlyList<MenuLine> For(Visitor visitor, string path, DeskWords words) =>
        [
            .. entries
                .Where(line => line.Access.Admits(visitor))
                .Select(line => new MenuLine(line.Path, line.Entry.Title(words), IsHere(line.Path, path))),
        ];

    private static bool IsHere(string entry, string path) =>
        string.Equals(entry, path, StringComparison.Ordinal)
        || (
            !string.Equals(entry, "/desk", StringComparison.Ordinal)
            && path.StartsWith($"{entry}/", StringComparison.Ordinal)
        );
}

internal sealed record MenuLine(string Path, string Title, bool IsHere);
