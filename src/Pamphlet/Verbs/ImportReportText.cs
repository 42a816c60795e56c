using System.Text;
using Pamphlet.Imports;

namespace Pamphlet.Verbs;

/// <summary>The report of an import, for people.</summary>
internal static class ImportReportText
{
    public static string Of(ImportReport report, bool isDryRun)
    {
        var text = new StringBuilder();
        Line($"{(isDryRun ? "Would move in" : "Moved in")}: {report.Blog} ({report.Format})");
        Line($"  posts      {report.Posts.Published} published, {report.Posts.Drafts} drafts that stay private");
        Line($"  pages      {report.Pages.Published} published, {report.Pages.Drafts} drafts that stay private");
        Line(
            $"  comments   {report.Comments.Published} published, {report.Comments.Queued} in the queue, "
                + $"{report.Comments.Dropped} left behind, {report.Comments.Tombstones} removed ones keep their place"
        );
        Line($"  pictures   {report.Media.Found} here, {report.Media.Missing} missing (they are links now)");
        Line($"  addresses  {report.Addresses} old ones go on answering");
        Line(
            $"  changes    {report.Changes.Added} new, {report.Changes.Updated} updated, {report.Changes.Unchanged} unchanged, "
                + $"{report.Changes.Kept} kept as the editors changed them"
        );
        Section("Names under texts and comments of the paper", report.Authors.Select(Signed));
        Section(
            "Left out of the texts",
            report
                .ConstructsDropped.OrderByDescending(dropped => dropped.Value)
                .Select(dropped => $"{dropped.Value} × {dropped.Key}")
        );
        Section("Notes", report.Notes);
        if (isDryRun)
        {
            Line("Nothing was changed. The same command without --dry-run moves it in.");
        }

        return text.ToString().TrimEnd();

        void Section(string heading, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count > 0)
            {
                Line($"{heading}:");
                all.ForEach(line => Line($"  {line}"));
            }
        }

        void Line(string line) => text.AppendLine(line);
    }

    private static string Signed(AuthorCount author)
    {
        var was = string.Equals(author.Name, author.Was, StringComparison.Ordinal) ? "" : $" (was «{author.Was}»)";
        return $"{author.Name}{was}: {author.Posts} texts, {author.Comments} comments";
    }
}
