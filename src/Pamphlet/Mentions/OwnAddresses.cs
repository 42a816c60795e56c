using Pamphlet.Publications;

namespace Pamphlet.Mentions;

/// <summary>Where the paper itself is found: its home, its onion, or, where it has neither, wherever it was asked.</summary>
/// <param name="onion">The onion's host, or null.</param>
internal sealed class OwnAddresses(Func<string?> onion)
{
    /// <summary>Where the paper's files begin for the world, or null: nowhere that could be told.</summary>
    public Uri? Home(Publication paper) =>
        Uri.TryCreate(paper.Home, UriKind.Absolute, out var home) ? home
        : onion() is { } host ? new UriBuilder("http", host).Uri
        : null;

    public bool Has(Publication paper, Uri address, string askedAt) =>
        Roots(paper, askedAt).Any(root => IsUnder(root, address));

    /// <returns>The file of the site that an address of ours names, or null: it is none.</returns>
    public string? PathOf(Publication paper, Uri address, string askedAt) =>
        Roots(paper, askedAt).FirstOrDefault(root => IsUnder(root, address)) is { } root
            ? Uri.UnescapeDataString(address.AbsolutePath[root.AbsolutePath.Length..])
            : null;

    private IEnumerable<Uri> Roots(Publication paper, string askedAt)
    {
        if (Uri.TryCreate(paper.Home, UriKind.Absolute, out var home))
        {
            yield return home;
        }

        if (onion() is { } host)
        {
            yield return new UriBuilder("http", host).Uri;
        }

        if (Home(paper) is null && Uri.TryCreate($"http://{askedAt}/", UriKind.Absolute, out var here))
        {
            yield return here;
        }
    }

    private static bool IsUnder(Uri root, Uri address) =>
        string.Equals(root.Authority, address.Authority, StringComparison.OrdinalIgnoreCase)
        && address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal);
}
