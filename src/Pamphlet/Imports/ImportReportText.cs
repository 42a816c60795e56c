using System.Globalization;
using System.Text;

namespace Pamphlet.Imports;

/// <summary>A report as an operator reads it in a terminal.</summary>
internal static class ImportReportText
{
    public static string Of(ImportReport report)
    {
        var text = new StringBuilder();
        Line(text, $"«{report.Blog}» ({report.Format})");
        Line(text, $"  posts     {report.Posts.Published} published, {report.Posts.Drafts} drafts");
        Line(text, $"  pages     {report.Pages.Published} published, {report.Pages.Drafts} drafts");
        Line(
            text,
            $"  comments  {report.Comments.Published} published, {report.Comments.Queued} wait for you, {report.Comments.Dropped} dropped, {report.Comments.Tombstones} places of removed ones"
        );
        Line(text, $"  pictures  {report.Media.Found} found, {report.Media.Missing} missing (the texts link to them)");
        Line(text, $"  addresses {report.Addresses} old ones go on answering");
        Line(
            text,
            $"  changes   {report.Changes.Added} new, {report.Changes.Updated} updated, {report.Changes.Unchanged} as they were, {report.Changes.Kept} kept as the editors left them"
        );
        Section(text, "Names", report.Authors.Select(Author));
        Section(
            text,
            "Left behind",
            report.ConstructsDropped.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} × {kind.Key}")
        );
        Section(text, "Notes", report.Notes);
        return text.ToString();
    }

    /// <summary>What to ask for, where an export holds several blogs.</summary>
    public static string Of(IReadOnlyList<OfferedBlog> blogs)
    {
        var text = new StringBuilder();
        Line(text, $"The export holds {blogs.Count} blogs. Name one of them:");
        foreach (var blog in blogs)
        {
            Line(
                text,
                $"  --blog \"{blog.Title}\"  {blog.Posts} posts, {blog.Pages} pages, {blog.Comments} comments (number {blog.Number})"
            );
        }

        return text.ToString();
    }

    private static string Author(AuthorCount author)
    {
        var name =
            author.Name.Length == 0 ? $"(no signature; was «{author.Was}»)"
            : author.Name.Equals(author.Was, StringComparison.Ordinal) ? author.Name
            : $"{author.Name} (was «{author.Was}»)";
        return $"{name}: {author.Posts} texts, {author.Comments} comments";
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Line(text, $"{title}:");
            all.ForEach(line => Line(text, $"  {line}"));
        }
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
