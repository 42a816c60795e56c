using System.Buffers;
using System.Text;

namespace Pamphlet.Reading.Sitemaps;

/// <summary>What crawlers are asked: to read all, and not to search.</summary>
internal static class Robots
{
    public static void Write(Paper paper, IBufferWriter<byte> output)
    {
        // A rule's path begins at the host's root, wherever the paper lives on it.
        var root = paper.Home?.AbsolutePath ?? "/";
        Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: {root}search?\n", output);
        if (paper.Home is { } home)
        {
            Encoding.UTF8.GetBytes($"\nSitemap: {SiteLink.Absolute(home, Files.Sitemap)}\n", output);
        }
    }
}
