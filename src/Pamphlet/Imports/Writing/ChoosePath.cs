using System.Globalization;
using System.Text.RegularExpressions;
using Pamphlet.Imports.Entries;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Imports.Writing;

/// <summary>Where a text that was public is read from now on: where it was, whenever that is a path a paper can have.</summary>
/// <param name="taken">Paths of the paper that are given away.</param>
internal sealed partial class ChoosePath(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);

    /// <param name="address">The old path from the root, or <c>""</c>: the export does not say it.</param>
    /// <param name="keepsPaths">False: an address that is not in the paper's own order is given one that is, by its last part.</param>
    public SitePath For(SourceEntry text, string address, DateTimeOffset published, bool keepsPaths)
    {
        var wished = Lawful(address, keepsPaths) ?? Invented(text, published);
        var path = wished;
        for (var again = 2; !taken.Add(path); again++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{wished[..^5]}-{again}.html");
        }

        return SitePath.From(path);
    }

    /// <summary>The path itself, or the nearest one that the paper's own pages do not need; null for what is no path.</summary>
    private static string? Lawful(string address, bool keepsPaths)
    {
        var path = CleanText.Of(address.Trim('/'));
        if (!path.EndsWith(".html", StringComparison.Ordinal))
        {
            path += ".html";
        }

        if (path is ".html" || !SitePath.TryParse(path, out _))
        {
            return null;
        }

        // /2019/05/index.html and /2019/index.html are the archive's.
        var isUsual = Usual().IsMatch(path) && !path.EndsWith("/index.html", StringComparison.Ordinal);
        return isUsual ? path
            : keepsPaths ? $"p/{Slug.Of(path[..^5].Replace('/', ' '))}.html"
            : null;
    }

    private static string Invented(SourceEntry text, DateTimeOffset published)
    {
        var slug = Slug.Of(
            text.Slug.Length > 0 ? WithoutEnding(text.Slug).Replace('/', ' ')
            : text.Title.Length > 0 ? text.Title
            : text.Number
        );
        return text.Kind == EntryKind.Page
            ? $"p/{slug}.html"
            : string.Create(CultureInfo.InvariantCulture, $"{published.UtcDateTime:yyyy'/'MM}/{slug}.html");
    }

    private static string WithoutEnding(string slug) =>
        slug.EndsWith(".html", StringComparison.Ordinal) ? slug[..^5] : slug;

    [GeneratedRegex(
        @"^([0-9]{4}/[0-9]{2}/|p/).+\.html\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Usual();
}
