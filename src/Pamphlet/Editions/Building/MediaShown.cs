using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Editions.Building;

/// <summary>Which pictures a page shows: read from the page itself, for nothing else remembers what an old one showed.</summary>
internal static class MediaShown
{
    private static readonly Regex Media = new("media/[0-9a-f]{16}\\.[a-z]+", RegexOptions.NonBacktracking);

    private static ReadOnlySpan<byte> Folder => "media/"u8;

    public static HashSet<string> By(ReadOnlySpan<byte> page) =>
        page.IndexOf(Folder) < 0 ? [] : [.. Media.Matches(Encoding.UTF8.GetString(page)).Select(match => match.Value)];
}
