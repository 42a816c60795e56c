using System.Text.Json;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class ReportTests
{
    [Fact]
    public async Task Its_json_has_the_keys_that_scripts_rely_on()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(new TestFeed().Post("1").Comment("2", "1"));

        using var json = JsonDocument.Parse(report.ToJson());
        var root = json.RootElement;
        Assert.Equal(1, root.GetProperty("posts").GetProperty("published").GetInt32());
        Assert.Equal(0, root.GetProperty("posts").GetProperty("drafts").GetInt32());
        Assert.Equal(0, root.GetProperty("pages").GetProperty("published").GetInt32());
        Assert.Equal(0, root.GetProperty("pages").GetProperty("drafts").GetInt32());
        Assert.Equal(1, root.GetProperty("comments").GetProperty("published").GetInt32());
        Assert.Equal(0, root.GetProperty("comments").GetProperty("queued").GetInt32());
        Assert.Equal(0, root.GetProperty("comments").GetProperty("dropped").GetInt32());
        Assert.Equal(0, root.GetProperty("comments").GetProperty("tombstones").GetInt32());
        Assert.Equal(0, root.GetProperty("media").GetProperty("found").GetInt32());
        Assert.Equal(0, root.GetProperty("media").GetProperty("missing").GetInt32());
        Assert.Equal(1, root.GetProperty("addresses").GetInt32());
        Assert.Equal("Mai", root.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.Equal(1, root.GetProperty("authors")[0].GetProperty("posts").GetInt32());
        Assert.Equal(JsonValueKind.Object, root.GetProperty("constructs_dropped").ValueKind);
        Assert.Equal("A paper", root.GetProperty("blog").GetString());
        Assert.Equal("blogger-takeout", root.GetProperty("format").GetString());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("notes").ValueKind);
    }
}
