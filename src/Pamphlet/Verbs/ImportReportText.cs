using System.Text;
using System.Text.Json;
using Pamphlet.Imports;

namespace Pamphlet.Verbs;

/// <summary>The report of an import, for people.</summary>
internal static class ImportReportText
{
    public static string Of(ImportReport report, ImportRequest request, NextCommands next)
    {
        var isDryRun = request.DryRun;
        var text = new StringBuilder();
        Line($"{(isDryRun ? "Would move in" : "Moved in")}: {report.Blog} ({report.Format})");
        Line(
            $"  posts      {report.Posts.Published} published, {Counted.Of(report.Posts.Drafts, "draft")} kept private"
        );
        Line(
            $"  pages      {report.Pages.Published} published, {Counted.Of(report.Pages.Drafts, "draft")} kept private"
        );
        Line(
            $"  comments   {report.Comments.Published} published, {report.Comments.Queued} in the queue, "
                + $"{report.Comments.Dropped} left behind, {report.Comments.Tombstones} removed ones keep their place"
        );
        Line($"  pictures   {Pictures(report.Media, request)}");
        Line($"  addresses  {report.Addresses} old ones go on answering");
        Line(
            $"  changes    {report.Changes.Added} new, {report.Changes.Updated} updated, {report.Changes.Unchanged} unchanged, "
                + $"{report.Changes.Kept} kept as the editors changed them"
        );
        Section(
            isDryRun
                ? "Names that everybody will read under these texts and comments"
                : "Names that everybody reads under these texts and comments",
            [.. report.Authors.Select(Signed), .. Others(report.Authors, request)]
        );
        Section(
            "Left out of the texts",
            report
                .ConstructsDropped.OrderByDescending(dropped => dropped.Value)
                .Select(dropped => $"{dropped.Value} × {dropped.Key}")
        );
        Section("Notes", report.Notes);
        if (report.LinkedSites.Count > 0)
        {
            Line(
                $"To lead those links into the paper, if these were names of the old site: {next.With(report.LinkedSites)}"
            );
        }

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
        var name = author.Name.Length > 0 ? author.Name : "no name";
        return $"{name}{was}: {Counted.Of(author.Posts, "text")}, {Counted.Of(author.Comments, "comment")}";
    }

    // A name of the old site may be the one in somebody's passport.
    private static IEnumerable<string> Others(IReadOnlyList<AuthorCount> authors, ImportRequest request)
    {
        if (
            authors.FirstOrDefault(author =>
                author.Name.Length > 0 && author.Name.Equals(author.Was, StringComparison.Ordinal)
            )
            is not { } first
        )
        {
            return [];
        }

        var form = $"{{{JsonSerializer.Serialize(first.Was, ImportReport.Json)}: \"A pen name\"}}";
        return request.DryRun
            ? [$"To choose others, write {form} into a file names.json and add: --authors names.json"]
            : [$"Others can be given at the desk, under «Pen names»."];
    }

    private static string Pictures(MediaCounts media, ImportRequest request) =>
        media.Missing == 0 ? $"{media.Found} here"
        : request.FetchPictures
            ? $"{media.Found} here, {media.Missing} not to be had: links lead to where they were (see the notes)"
        : $"{media.Found} here, {media.Missing} not in the export: links lead to where they were (see the notes); --fetch-pictures gets them there, and tells that host who is moving";
}
