using System.Buffers;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>Paths as links write them.</summary>
internal static class SiteLink
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
    );

    /// <summary>
    /// The path with everything percent-encoded that some reader's program would take for something else: <c>a:b.html</c> is a
    /// scheme, <c>?</c> and <c>#</c> end a path.
    /// </summary>
    public static string Encode(string path) =>
        path.AsSpan().ContainsAnyExcept(Plain) ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : path;

    /// <summary>From the page that <paramref name="wayToRoot"/> belongs to.</summary>
    public static string Relative(string wayToRoot, SitePath to) => wayToRoot + Encode(to.Value);

    /// <param name="home">Ends with a slash.</param>
    public static string Absolute(Uri home, SitePath to) => home.AbsoluteUri + Encode(to.Value);
}
