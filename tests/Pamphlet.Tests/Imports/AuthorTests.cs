using Pamphlet.Comments;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class AuthorTests
{
    private const string First = "<uri>https://www.blogger.com/profile/1</uri>";
    private const string Second = "<uri>https://www.blogger.com/profile/2</uri>";

    [Fact]
    public async Task Two_people_of_one_name_stay_two()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1", author: "<name>Mai</name>" + First, published: "2020-01-01T00:00:00Z")
            .Post("2", author: "<name>Mai</name>" + Second, published: "2020-01-02T00:00:00Z")
            .Post("3", author: "<name>Unknown</name>" + First, published: "2020-01-03T00:00:00Z")
            .Post("4", author: "<name></name>" + Second, published: "2020-01-04T00:00:00Z");

        await database.ImportAsync(feed);

        Assert.Equal(["Mai"], await database.BylinesAsync("1"));
        Assert.Equal(["Mai (2)"], await database.BylinesAsync("2"));
        Assert.Equal(["Former contributor"], await database.BylinesAsync("3"));
        Assert.Equal(["Former contributor (2)"], await database.BylinesAsync("4"));
        Assert.Equal(4, (await database.AllAsync<PenName>()).Select(name => name.Slug).Distinct().Count());
    }

    [Fact]
    public async Task A_text_without_its_authors_account_belongs_to_the_only_one_of_that_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1", author: "<name>Mai</name>" + First)
            .Post("2", author: "<name>Mai</name><uri/>");

        var report = await database.ImportAsync(feed);

        Assert.Equal([new AuthorCount("Mai", "Mai", 2, 0)], report.Authors);
    }

    [Theory]
    [InlineData("<name>Mai</name>" + First, "BLOGGER", true)]
    [InlineData("<name>Mai</name>" + Second, "BLOGGER", false)]
    [InlineData("<name>Mai</name>", "BLOGGER", false)]
    [InlineData("<name>Other</name>" + First, "BLOGGER", false)]
    [InlineData("<name>Mai</name>" + First, "ANONYMOUS", false)]
    public async Task The_paper_speaks_in_a_thread_only_where_the_account_is_its_authors(
        string author,
        string type,
        bool isAuthor
    )
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1", author: "<name>Mai</name>" + First)
            .Comment("2", "1", author: author, authorType: type);

        await database.ImportAsync(feed);

        var comment = Assert.Single(await database.ThreadAsync());
        Assert.Equal(isAuthor, comment.ByPenName is not null);
        Assert.Equal(isAuthor, comment.Name is null);
    }

    [Theory]
    [InlineData("""{"Mai": "Hoa", "Former contributor": ""}""")]
    [InlineData("Mai,Hoa\n\"Former contributor\",\n")]
    public async Task An_operator_renames_and_unsigns_before_anything_is_written(string wishes)
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1", author: "<name>Mai</name>" + First)
            .Post("2", author: "<name>Unknown</name>" + Second);
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, wishes, TestContext.Current.CancellationToken);

        await feed.WithFileAsync(path => database.RunAsync(new ImportRequest(path) { Authors = list }));
        File.Delete(list);

        Assert.Equal(["Hoa"], await database.BylinesAsync("1"));
        Assert.Empty(await database.BylinesAsync("2"));
        Assert.Equal(["Hoa"], (await database.AllAsync<PenName>()).Select(name => name.Name));
    }

    [Fact]
    public async Task A_list_of_names_that_cannot_be_read_is_refused_before_anything_else()
    {
        await using var database = await TestDatabase.CreateAsync();
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, "{ \"Mai\": 3", TestContext.Current.CancellationToken);

        var outcome = await new TestFeed()
            .Post("1")
            .WithFileAsync(path => database.RunAsync(new ImportRequest(path) { Authors = list }));
        File.Delete(list);

        Assert.Equal(ImportRefusal.Authors, Assert.IsType<ImportOutcome.Refused>(outcome).Reason);
        Assert.Empty(await database.PostsAsync());
    }

    [Fact]
    public async Task A_list_of_names_that_is_nobodys_here_is_refused_before_a_name_goes_public()
    {
        var refused = await RefusedWithAsync("""{"Mia": "Hoa"}""");

        Assert.Contains("«Mia»", refused.Sentence, StringComparison.Ordinal);
        Assert.Contains("«Mai»", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_names_that_is_empty_or_not_there_is_called_so()
    {
        Assert.Contains("names nobody", (await RefusedWithAsync("{}")).Sentence, StringComparison.Ordinal);
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await new TestFeed()
            .Post("1")
            .WithFileAsync(path => database.RunAsync(new ImportRequest(path) { Authors = "/nothing/names.json" }));

        Assert.Contains(
            "There is no file /nothing/names.json",
            Assert.IsType<ImportOutcome.Refused>(outcome).Sentence,
            StringComparison.Ordinal
        );
    }

    private static async Task<ImportOutcome.Refused> RefusedWithAsync(string wishes)
    {
        await using var database = await TestDatabase.CreateAsync();
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, wishes, TestContext.Current.CancellationToken);

        var outcome = await new TestFeed()
            .Post("1")
            .WithFileAsync(path => database.RunAsync(new ImportRequest(path) { Authors = list }));
        File.Delete(list);

        Assert.Empty(await database.PostsAsync());
        var refused = Assert.IsType<ImportOutcome.Refused>(outcome);
        Assert.Equal(ImportRefusal.Authors, refused.Reason);
        return refused;
    }

    [Theory]
    [InlineData("Mai\u202e evil", "Mai evil")]
    [InlineData("  Ma\u0069\n\tLan ", "Mai Lan")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("می\u200cرود", "می\u200cرود")]
    public async Task A_name_is_shown_as_nobody_elses(string written, string shown)
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(new TestFeed().Post("1").Comment("2", "1", author: $"<name>{written}</name>"));

        Assert.Equal(shown, Assert.Single(await database.AllAsync<Comment>()).Name);
    }
}
