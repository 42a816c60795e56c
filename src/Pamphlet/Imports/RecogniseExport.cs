using Pamphlet.Imports.Blogger;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Ghost;
using Pamphlet.Imports.Markdown;
using Pamphlet.Imports.WordPress;

namespace Pamphlet.Imports;

/// <summary>Says what an export is, by what is in it.</summary>
internal static class RecogniseExport
{
    private const string Expected =
        "Expected is an export of Blogger (a Takeout or «Back up content»), of WordPress (.xml), of Ghost (.json), of this program, or a folder of Markdown files.";

    /// <returns>At least one site.</returns>
    /// <exception cref="ExportRefusedException">There is none.</exception>
    public static IReadOnlyList<SourceBlog> Blogs(
        ExportSource source,
        string name,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        var kinds = source
            .Files.Select(file => (File: file, Kind: ExportMarks.KindOf(file)))
            .Where(file => file.Kind != ExportKind.Unknown)
            .ToLookup(file => file.Kind, file => file.File);
        var feeds = kinds[ExportKind.BloggerFeed].ToList();
        List<SourceBlog> blogs =
        [
            .. FindBlogs.In(feeds, [.. kinds[ExportKind.BloggerSettings]], notes, cancellationToken),
            .. FindSites.In(kinds[ExportKind.WordPress], notes, cancellationToken),
            .. OfGhost([.. kinds[ExportKind.Ghost]], source.Files.Count, notes, cancellationToken),
        ];
        if (blogs.Count == 0 && feeds.Count == 0)
        {
            blogs.AddRange(OfMarkdown(source, [.. kinds[ExportKind.Markdown]], name, cancellationToken));
        }

        return blogs.Count > 0 ? blogs : throw Refusal(kinds, source.Files, notes);
    }

    // In a folder of many things, a file of JSON may be anybody's.
    private static IEnumerable<SourceBlog> OfGhost(
        IReadOnlyList<ExportFile> files,
        int beside,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        foreach (var file in files)
        {
            GhostSite? site = null;
            try
            {
                site = GhostSite.Outlined(file, cancellationToken);
            }
            catch (ExportRefusedException refused) when (beside > 1)
            {
                notes.Add(refused.Message);
            }

            if (site is not null)
            {
                yield return site;
            }
        }
    }

    private static IEnumerable<SourceBlog> OfMarkdown(
        ExportSource source,
        IReadOnlyCollection<ExportFile> marked,
        string name,
        CancellationToken cancellationToken
    )
    {
        var files = MarkdownFiles.In(source.Files, marked);
        var site = files.Texts.Count == 0 ? null : MarkdownSite.Outlined(files, name, cancellationToken);
        return site is { Offer: { } offer } && offer.Posts + offer.Pages > 0 ? [site] : [];
    }

    private static ExportRefusedException Refusal(
        ILookup<ExportKind, ExportFile> kinds,
        IReadOnlyList<ExportFile> files,
        List<string> notes
    )
    {
        if (files is [var only] && Torn(only) is { } torn)
        {
            return new ExportRefusedException(ImportRefusal.Broken, torn);
        }

        var found =
            kinds.Contains(ExportKind.BloggerFeed)
                ? "There is no text in it: only comments written on other blogs, or the public feed of a blog."
            : kinds.Contains(ExportKind.WordPress) || kinds.Contains(ExportKind.Ghost)
                ? $"There is no text in it. {string.Join(' ', notes)}".TrimEnd()
            : kinds.Contains(ExportKind.OtherArchive)
                ? "This is a packed archive, but no zip: unpack it and give the folder."
            : kinds.Contains(ExportKind.BloggerApi)
                ? "This is an answer of Blogger's programming interface, without drafts and comments."
            : kinds.Contains(ExportKind.OtherFeed) ? "This is a feed, but no export of Blogger's or WordPress's."
            : files.Count == 0 ? "There is no file in it."
            : "Nothing in it is known here.";
        return new ExportRefusedException(ImportRefusal.NotAnExport, $"{found} {Expected}");
    }

    /// <summary>A download that failed leaves a file of the right name with nothing, or a page of words, in it.</summary>
    private static string? Torn(ExportFile file) =>
        file.Length == 0 ? $"{file.Path} is empty: it was not downloaded or copied to its end. Get it once more."
        : file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !ExportMarks.IsZip(file)
            ? $"{file.Path} is called a zip and is none: perhaps the download brought an error page instead, or stopped. Get it once more."
        : null;
}
