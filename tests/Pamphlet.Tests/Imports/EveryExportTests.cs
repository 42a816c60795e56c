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

    // Those that hold no texts, and the one that ends in the middle of its first.
    private static readonly string[] Refused =
    [
        "wxr/ghost-mg-wp-xml/multiple-attachments-only.xml",
        "wxr/wordpress-importer/invalid-version-tag.xml",
        "wxr/wordpress-importer/large-authors.xml",
        "wxr/wordpress-importer/malformed-simple.xml",
        "wxr/wordpress-importer/malformed.xml",
        "wxr/wordpress-importer/missing-version-tag.xml",
        "wxr/wordpress-importer/term-formats.xml",
    ];

    [Theory]
    [InlineData("wxr", 39, "wordpress-wxr")]
    [InlineData("ghost", 6, "ghost-json")]
    public async Task Each_export_of_the_other_systems_is_imported_whole(string folder, int atLeast, string format)
    {
        var ran = 0;
        foreach (var file in Exports.FilesIn(folder))
        {
            await using var database = await TestDatabase.CreateAsync();
            var isRefused = Array.Exists(Refused, name => file.EndsWith(name, StringComparison.Ordinal));

            var outcome = await database.RunAsync(new ImportRequest(file));

            if (outcome is ImportOutcome.Imported { Report: var report })
            {
                Assert.False(isRefused, file);
                Assert.Equal(format, report.Format);
                Assert.Equal(
                    report.Posts.Published + report.Posts.Drafts + report.Pages.Published + report.Pages.Drafts,
                    (await database.PostsAsync()).Count
                );
                Assert.Equal(
                    report.Comments.Published + report.Comments.Queued + report.Comments.Tombstones,
                    (await database.ThreadAsync()).Count
                );
            }
            else
            {
                Assert.True(isRefused, $"{file}: {outcome}");
            }

            ran++;
        }

        Assert.True(ran >= atLeast, $"Only {ran} of {atLeast} files ran.");
    }
}
