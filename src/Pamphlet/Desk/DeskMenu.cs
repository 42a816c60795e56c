using Pamphlet.Desk.Words;

namespace Pamphlet.Desk;

/// <summary>The menu: made of the endpoints that ask to be in it, and of what the editor may do.</summary>
internal sealed class DeskMenu
{
    private (string Path, Access Access, MenuEntry Entry)[] entries = [];

    public void ReadFrom(IEnumerable<Endpoint> endpoints) =>
        entries = [
            .. from endpoint in endpoints.OfType<RouteEndpoint>()
            let entry = endpoint.Metadata.GetMetadata<MenuEntry>()
            where entry is not null
            orderby entry.Place
            select ($"/{endpoint.RoutePattern.RawText!.Trim('/')}", Access.OfEndpoint(endpoint), entry),
        ];

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
