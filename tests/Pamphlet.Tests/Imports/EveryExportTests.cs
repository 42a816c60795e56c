using Pamphlet.Imports;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>Every file beside the checkout is read or refused with a reason; none is stumbled over.</summary>
public sealed class EveryExportTests
{
    [Theory]
    [InlineData("blogger-takeout", 13)]
    [InlineData("blogger-legacy", 4)]
    [InlineData("synthetic", 4)]
    [InlineData("wxr", 39)]
    [InlineData("ghost", 6)]
    public async Task Each_file_is_imported_or_refused_with_a_reason(string folder, int atLeast)
    {
        var ran = 0;
        foreach (var file in Exports.FilesIn(folder))
        {
            await using var database = await TestDatabase.CreateAsync();

            var outcome = await database.RunAsync(new ImportRequest(file));

            Assert.True(
                outcome is ImportOutcome.Imported { Report.Posts: { } posts } imported
                    ? posts.Published + posts.Drafts + imported.Report.Pages.Published > 0
                    : outcome is ImportOutcome.Refused { Sentence.Length: > 20 },
                $"{file}: {outcome}"
            );
            ran++;
        }

        Assert.True(ran >= atLeast, $"Only {ran} of {atLeast} files ran.");
    }

    [Theory]
    [InlineData("blogger-legacy/google-converters-blogger-sample.xml")]
    [InlineData("blogger-legacy/google-converters-blogger-sample2.xml")]
    [InlineData("blogger-legacy/google-converters-wordpress2blogger-golden1.xml")]
    [InlineData("blogger-legacy/pelican-bloggerexport-2018.xml")]
    [InlineData("synthetic/legacy-archive-unbound-prefix.xml")]
    [InlineData("synthetic/legacy-archive.xml")]
    [InlineData("synthetic/takeout-feed.atom")]
    public async Task Each_export_of_Bloggers_is_imported(string file)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(file));

        var posts = await database.PostsAsync();
        Assert.NotEmpty(posts);
        Assert.Equal(
            report.Posts.Published + report.Posts.Drafts + report.Pages.Published + report.Pages.Drafts,
            posts.Count
        );
        Assert.Equal(
            report.Comments.Published + report.Comments.Queued + report.Comments.Tombstones,
            (await database.ThreadAsync()).Count
        );
    }

    [Theory]
    [InlineData("wxr", ImportRefusal.NotYet)]
    [InlineData("ghost", ImportRefusal.NotYet)]
    public async Task A_format_that_is_not_read_yet_is_recognised(string folder, object reason)
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await database.RefusedAsync(Exports.Of(folder));

        Assert.Equal(reason, refused.Reason);
        Assert.Contains("later version", refused.Sentence, StringComparison.Ordinal);
    }
}
