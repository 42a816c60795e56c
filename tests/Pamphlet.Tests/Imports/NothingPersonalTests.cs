using System.Text;
using Microsoft.Data.Sqlite;
using Pamphlet.Imports;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>What the database holds after an import is what a visitor with a warrant takes away.</summary>
public sealed class NothingPersonalTests
{
    private const string Printed = "redacted@example.invalid";

    private static readonly string[] Personal =
    [
        "example.invalid",
        "redacted",
        "noreply@",
        "blogger.com/profile",
        "pid-",
        "file:///",
        "blank.gif",
        "resources.blogblog",
        "ca-pub-",
        "secret-admin",
    ];

    [Theory]
    [InlineData("synthetic/takeout-feed.atom", null)]
    [InlineData("synthetic/legacy-archive.xml", null)]
    [InlineData("blogger-legacy/google-converters-blogger-sample.xml", null)]
    [InlineData("blogger-legacy/google-converters-blogger-sample2.xml", null)]
    [InlineData("blogger-legacy/pelican-bloggerexport-2018.xml", null)]
    [InlineData("wxr/wordpress-importer/theme-unit-test-data.xml", null)]
    [InlineData("wxr/pelican-wordpressexport.xml", null)]
    [InlineData("wxr/ghost-mg-wp-xml/feature-image-captions.xml", null)]
    [InlineData("ghost/manyharrier-ghost-0.11-markdown.json", null)]
    [InlineData("ghost/mg-ghost-api-posts.json", null)]
    [InlineData(Exports.Heisencoder, "Heisencoder")]
    [InlineData(Exports.Heisencoder, "Key Management Summit Central")]
    public async Task Nothing_of_a_person_is_in_any_table(string file, string? blog)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(file), blog);

        var all = await EverythingAsync(database) + report.ToJson();
        Assert.True(all.Length > 1000, "The search found nothing because it looked at nothing.");
        // An address that an author printed in a text ("send your abstract to …") is a word of the text.
        var printed = (await database.PostsAsync()).Where(post =>
            post.Markdown.Contains(Printed, StringComparison.Ordinal)
        );
        all = printed.Aggregate(
            all,
            (rest, post) =>
                rest.Replace(
                    post.Markdown,
                    post.Markdown.Replace(Printed, "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
        Assert.DoesNotContain(Personal, word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
        // The place that the synthetic exports name; in a real blog it is a word like others.
        Assert.False(
            file.StartsWith("synthetic", StringComparison.Ordinal)
                && all.Contains("Somewhere", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_path_on_an_authors_machine_and_a_readers_address_are_left_behind()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post(
                "1",
                html: "Words <img src=\"file:///C:\\Users\\Thu%20Mai\\AppData\\x.png\"/> <a href=\"file:///home/thu/x\">there</a>",
                more: "<blogger:location><blogger:name>Home street 5</blogger:name></blogger:location>"
            )
            .Comment(
                "2",
                "1",
                author: "<name>Reader</name><uri>https://reader.example/</uri><email>reader@example.invalid</email>"
            );

        var report = await database.ImportAsync(feed);

        var all = await EverythingAsync(database) + report.ToJson();
        string[] personal =
        [
            "Thu%20Mai",
            "Thu Mai",
            "home/thu",
            "reader.example",
            "example.invalid",
            "Home street",
            "10:00:00",
        ];
        Assert.DoesNotContain(personal, word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, report.ConstructsDropped["location"]);
        Assert.Equal(1, report.ConstructsDropped["e-mail address"]);
    }

    [Fact]
    public async Task The_settings_are_read_and_the_administrators_are_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        const string Settings =
            "blog_name,blog_admin_permission,blog_locale,blog_description,blog_read_access_mode\n\"Báo\",boss@example.invalid,vi,\"Dòng, dưới\",PUBLIC\n";
        var zip = HostileExportTests.Zip(
            ("Takeout/Blogger/Blogs/x/feed.atom", Encoding.UTF8.GetBytes(new TestFeed().Post("1").Xml())),
            ("Takeout/Blogger/Blogs/x/settings.csv", Encoding.UTF8.GetBytes(Settings))
        );

        await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));

        var paper = Assert.Single(await database.AllAsync<Pamphlet.Publications.Publication>());
        Assert.Equal(("A paper", "Dòng, dưới", "vi"), (paper.Name, paper.Line, paper.Language.Tag));
        Assert.DoesNotContain("boss@", await EverythingAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blog_for_invited_people_stays_closed()
    {
        await using var database = await TestDatabase.CreateAsync();
        const string Settings = "blog_name,blog_read_access_mode\nBáo,CUSTOM\n";
        var zip = HostileExportTests.Zip(
            ("a/feed.atom", Encoding.UTF8.GetBytes(new TestFeed().Post("1").Comment("2", "1").Xml())),
            ("a/settings.csv", Encoding.UTF8.GetBytes(Settings))
        );

        var report = await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));

        Assert.Equal(new TextCounts(0, 1), report.Posts);
        Assert.Equal(new CommentCounts(0, 1, 0, 0), report.Comments);
    }

    /// <summary>Every value of every table, as text.</summary>
    private static async Task<string> EverythingAsync(TestDatabase database)
    {
        var all = new StringBuilder();
        await using var connection = new SqliteConnection(database.Address.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await foreach (var row in RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            tables.Add(row);
        }

        foreach (var table in tables)
        {
            await foreach (var row in RowsAsync(connection, $"SELECT * FROM \"{table.Trim()}\""))
            {
                all.AppendLine(row);
            }
        }

        return all.ToString();
    }

    private static async IAsyncEnumerable<string> RowsAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tables' names come from the database itself.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return string.Join('\t', values);
        }
    }
}
