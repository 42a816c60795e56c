using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Editions.Building;

/// <summary>Which pictures a page shows: read from the page itself, for nothing else remembers what an old one showed.</summary>
internal static class MediaShown
{
    private static readonly Regex Media = new("media/[0-9a-f]{16}\\.[a-z]+", RegexOptions.NonBacktracking);

    private static readonly Regex Links = new("href=\"(?<to>[^\"#?]+)", RegexOptions.NonBacktracking);

    private static ReadOnlySpan<byte> Folder => "media/"u8;

    public static HashSet<string> By(ReadOnlySpan<byte> page) =>
        page.IndexOf(Folder) < 0 ? [] : [.. Media.Matches(Encoding.UTF8.GetString(page)).Select(match => match.Value)];

    /// <summary>The files of the site that a page links to, from the site's root, percent-decoded.</summary>
    /// <param name="path">Where the page lies, from the site's root.</param>
    public static HashSet<string> LinkedFrom(string path, ReadOnlySpan<byte> page)
    {
        var site = new Uri("http://paper.example/");
        var here = new Uri(site, Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal));
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match link in Links.Matches(Encoding.UTF8.GetString(page)))
        {
            if (Uri.TryCreate(here, link.Groups["to"].Value, out var to) && site.IsBaseOf(to))
            {
                found.Add(Uri.UnescapeDataString(to.AbsolutePath[1..]));
            }
        }

        return found;
    }
}
