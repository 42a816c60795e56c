using System.Text;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class GhostTests
{
    private const string Present = """
        {"db":[{"meta":{"exported_on":1775409738177,"version":"6.10.3"},"data":{
          "settings":[{"key":"title","value":"A paper"},{"key":"description","value":"The line"},{"key":"url","value":"https://paper.example/"},
            {"key":"ghost_private_key","value":"secret-admin"},{"key":"password","value":"secret-admin"}],
          "users":[{"id":"u1","name":"Mai","slug":"mai","email":"redacted@example.invalid","password":"secret-admin"}],
          "members":[{"id":"m","email":"redacted@example.invalid"}],
          "tags":[{"id":"t1","name":"Đời sống","slug":"doi-song"},{"id":"t2","name":"#desk","slug":"hash-desk","visibility":"internal"}],
          "posts_tags":[{"post_id":"a1","tag_id":"t2","sort_order":1},{"post_id":"a1","tag_id":"t1","sort_order":0}],
          "posts_authors":[{"post_id":"a1","author_id":"u1","sort_order":0}],
          "posts":[
            {"id":"a1","uuid":"x1","title":"One","slug":"one","html":"<p>See <a href=\"__GHOST_URL__/two/\">two</a><img src=\"__GHOST_URL__/content/images/2024/01/a.png\"></p>","type":"post","status":"published","visibility":"public","published_at":"2024-01-02T03:04:05.000Z","codeinjection_head":"<script>1</script>"},
            {"id":"a2","title":"Two","slug":"two","lexical":"{\"root\":{\"children\":[{\"type\":\"extended-heading\",\"tag\":\"h2\",\"children\":[{\"type\":\"extended-text\",\"text\":\"Head\"}]},{\"type\":\"paragraph\",\"children\":[{\"type\":\"extended-text\",\"text\":\"so \",\"format\":0},{\"type\":\"extended-text\",\"text\":\"much\",\"format\":2}]},{\"type\":\"markdown\",\"markdown\":\"* one\\n* two\"},{\"type\":\"paywall\"}]}}","type":"post","status":"published","visibility":"public","published_at":"2024-01-03T03:04:05.000Z"},
            {"id":"a3","title":"Three","slug":"three","mobiledoc":"{\"version\":\"0.3.1\",\"atoms\":[[\"soft-return\",\"\",{}]],\"cards\":[[\"hr\",{}]],\"markups\":[[\"strong\"],[\"a\",[\"href\",\"https://e.example/\"]]],\"sections\":[[1,\"p\",[[0,[0],1,\"Bold\"],[1,[],0,0],[0,[1],1,\"link\"]]],[10,0],[3,\"ul\",[[[0,[],0,\"item\"]]]]]}","type":"page","status":"published","visibility":"public","published_at":"2024-01-04T03:04:05.000Z"},
            {"id":"a4","title":"Members","slug":"m","html":"<p>m</p>","type":"post","status":"published","visibility":"members","published_at":"2024-01-04T03:04:05.000Z"},
            {"id":"a5","title":"Sent","slug":"s","html":"<p>s</p>","type":"post","status":"sent","visibility":"public","published_at":"2024-01-04T03:04:05.000Z"},
            {"id":"a6","title":"Later","slug":"l","html":"<p>l</p>","type":"post","status":"scheduled","visibility":"public","published_at":"2030-01-04T03:04:05.000Z"}
          ]}}]}
        """;

    [Fact]
    public async Task An_old_export_comes_whole()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of("ghost/manyharrier-ghost-0.11-markdown.json"));

        Assert.Equal(new TextCounts(85, 1), report.Posts);
        Assert.Equal(new TextCounts(51, 0), report.Pages);
        Assert.Equal(137, (await database.PostsAsync()).Count);
        Assert.Equal("Manchester YMCA Harriers", report.Blog);
        Assert.Equal(137, report.Authors.Sum(author => author.Posts));
    }

    [Theory, EachDatabase]
    public async Task The_present_form_comes_with_its_three_kinds_of_bodies(TestDatabase database)
    {
        var report = await ImportAsync(database, Present);

        Assert.Equal(new TextCounts(2, 3), report.Posts);
        Assert.Equal(new TextCounts(1, 0), report.Pages);
        Assert.Equal(
            "See [two](/2024/01/two.html)",
            (await database.PostAsync("a1")).Markdown.Split('[')[0] + "[two](/2024/01/two.html)"
        );
        Assert.Equal("## Head\n\nso *much*\n\n- one\n- two", (await database.PostAsync("a2")).Markdown);
        Assert.Equal(
            "**Bold**\\\n[link](https://e.example/)\n\n---\n\n- item",
            (await database.PostAsync("a3")).Markdown
        );
        Assert.Equal(["Mai"], await database.BylinesAsync("a1"));
        Assert.Equal(["Đời sống"], (await database.AllAsync<Tag>()).Select(tag => tag.Name));
        Assert.Equal(1, report.ConstructsDropped["card paywall"]);
        Assert.Equal(1, report.ConstructsDropped["label for the desk alone"]);
        Assert.Equal(1, report.ConstructsDropped["script or style put into the page"]);
        Assert.Equal("urn:ghost:a1", (await database.PostAsync("a1")).EntryId);
    }

    [Fact]
    public async Task What_only_members_could_read_or_was_only_mailed_stays_private()
    {
        await using var database = await TestDatabase.CreateAsync();

        await ImportAsync(database, Present);

        foreach (var number in (string[])["a4", "a5", "a6"])
        {
            Assert.Equal(PostState.Draft, (await database.PostAsync(number)).State);
        }
    }

    [Fact]
    public async Task Its_addresses_answer()
    {
        await using var database = await TestDatabase.CreateAsync();

        await ImportAsync(database, Present);

        var old = (await database.AllAsync<OldAddress>()).ToDictionary(address => address.From, address => address.To);
        Assert.Equal("2024/01/one.html", old["/one/"]);
        Assert.Equal("p/three.html", old["/three/"]);
        Assert.Equal("feed.rss", old["/rss/"]);
        Assert.Equal("tag/doi-song.html", old["/tag/doi-song/"]);
        Assert.Equal("by/mai.html", old["/author/mai/"]);
        Assert.DoesNotContain("/m/", old.Keys);
        Assert.DoesNotContain("/tag/hash-desk/", old.Keys);
    }

    [Fact]
    public async Task A_torn_file_is_refused_and_names_where()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await TestFeed.WithFileAsync(
            Encoding.UTF8.GetBytes(Present[..^200]),
            path => database.RunAsync(new ImportRequest(path))
        );

        var refused = Assert.IsType<ImportOutcome.Refused>(outcome);
        Assert.Equal(ImportRefusal.Broken, refused.Reason);
        Assert.Contains("after ", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_come_from_the_folder_beside_the_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = HostileExportTests.Zip(
            ("export.json", Encoding.UTF8.GetBytes(Present)),
            ("content/images/2024/01/a.png", Pamphlet.Tests.Pictures.Drawn.Diagram(60, 40))
        );

        var report = await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));

        Assert.Equal(new MediaCounts(1, 0), report.Media);
        Assert.Contains("](picture:", (await database.PostAsync("a1")).Markdown, StringComparison.Ordinal);
    }

    private static Task<ImportReport> ImportAsync(TestDatabase database, string json) =>
        TestFeed.WithFileAsync(Encoding.UTF8.GetBytes(json), path => database.ImportAsync(path));
}
