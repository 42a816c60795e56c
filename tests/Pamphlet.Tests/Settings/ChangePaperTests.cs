using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Settings;

public sealed class ChangePaperTests
{
    [Theory, EachDatabase]
    public async Task What_is_saved_is_the_papers_and_makes_an_edition(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);

        var saved = await mai.PostAsync(
            "/desk/settings",
            ("paper", "Tờ Báo Mới"),
            ("line", "Bên bờ sông"),
            ("language", "vi"),
            ("posts", "12"),
            ("popular", "Editors")
        );

        Assert.Equal("/desk/settings", saved.Location);
        await using var open = desk.Database.Open();
        var paper = (await new PublicationStore(open).FirstAsync(TestDesk.Cancel))!;
        Assert.Equal(
            ("Tờ Báo Mới", "Bên bờ sông", "vi", 12, PopularBy.Editors),
            (paper.Name, paper.Line, paper.Language.Tag, paper.PostsPerPage, paper.PopularBy)
        );
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        using var reader = desk.Browse();
        Assert.Contains("Bên bờ sông", (await reader.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paper", "")]
    [InlineData("posts", "two")]
    [InlineData("posts", "2")]
    [InlineData("posts", "31")]
    [InlineData("posts", "-8")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_changes(string field, string typed)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        var answers = new Dictionary<string, string>
        {
            ["paper"] = "Another",
            ["line"] = "",
            ["language"] = "en",
            ["posts"] = "9",
            [field] = typed,
        };

        var back = await mai.PostAsync("/desk/settings", [.. answers.Select(one => (one.Key, one.Value))]);

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(field));
        Assert.Equal(typed, back.Value(field));
        await using var open = desk.Database.Open();
        Assert.Equal("A New Paper", (await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).Name);
    }
}
