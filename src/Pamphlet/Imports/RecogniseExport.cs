using Pamphlet.Imports.Blogger;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports;

/// <summary>Says what an export is, by what is in it.</summary>
internal static class RecogniseExport
{
    private const string Expected =
        "Expected is a Takeout of Blogger (the zip as Google gave it, its folder, or a feed.atom), or the single XML file that Blogger's «Back up content» made.";

    /// <returns>At least one blog.</returns>
    /// <exception cref="ExportRefusedException">There is none.</exception>
    public static IReadOnlyList<BlogFile> Blogs(
        ExportSource source,
        List<string> notes,
        CancellationToken cancellationToken
    )
    {
        var kinds = source
            .Files.Select(file => (File: file, Kind: ExportMarks.KindOf(file)))
            .Where(file => file.Kind != ExportKind.Unknown)
            .ToLookup(file => file.Kind, file => file.File);
        var feeds = kinds[ExportKind.BloggerFeed].ToList();
        if (feeds.Count == 0)
        {
            throw Refusal(kinds, source.Files.Count);
        }

        var blogs = FindBlogs.In(feeds, [.. kinds[ExportKind.BloggerSettings]], notes, cancellationToken);
        return blogs.Count > 0
            ? blogs
            : throw new ExportRefusedException(
                ImportRefusal.NotAnExport,
                $"There is no text in it: only comments written on other blogs, or the public feed of a blog. {Expected}"
            );
    }

    private static ExportRefusedException Refusal(ILookup<ExportKind, ExportFile> kinds, int count)
    {
        var (reason, found) =
            kinds.Contains(ExportKind.WordPress)
                ? (
                    ImportRefusal.NotYet,
                    "This is an export of WordPress. It will be read by a later version; this one reads Blogger's."
                )
            : kinds.Contains(ExportKind.Ghost)
                ? (
                    ImportRefusal.NotYet,
                    "This is an export of Ghost. It will be read by a later version; this one reads Blogger's."
                )
            : kinds.Contains(ExportKind.Markdown)
                ? (
                    ImportRefusal.NotYet,
                    "These are Markdown files. They will be read by a later version; this one reads Blogger's exports."
                )
            : kinds.Contains(ExportKind.OtherArchive)
                ? (
                    ImportRefusal.NotAnExport,
                    $"This is a packed archive, but no zip: unpack it and give the folder. {Expected}"
                )
            : kinds.Contains(ExportKind.BloggerApi)
                ? (
                    ImportRefusal.NotAnExport,
                    $"This is an answer of Blogger's programming interface, without drafts and comments. {Expected}"
                )
            : kinds.Contains(ExportKind.OtherFeed)
                ? (ImportRefusal.NotAnExport, $"This is a feed, but no export of Blogger's. {Expected}")
            : count == 0 ? (ImportRefusal.NotAnExport, $"There is no file in it. {Expected}")
            : (ImportRefusal.NotAnExport, $"Nothing in it is known here. {Expected}");
        return new ExportRefusedException(reason, found);
    }
}
