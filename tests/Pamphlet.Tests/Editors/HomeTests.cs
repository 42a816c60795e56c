using Pamphlet.Desk;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class HomeTests
{
    [Theory, EachDatabase]
    public async Task The_first_page_tells_each_editor_what_waits_for_them(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write);
        using var lan = await desk.SignInAsync(Act.Moderate);
        var before = await mai.GetAsync("/desk");

        await mai.PostAsync("/desk/texts", ("title", "The ferry"), ("kind", "post"), ("language", "en"));
        var writer = await mai.GetAsync("/desk");
        var moderator = await lan.GetAsync("/desk");

        Assert.Contains("Nothing.", before.Text, StringComparison.Ordinal);
        Assert.Contains("Drafts: 1", writer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Drafts", moderator.Text, StringComparison.Ordinal);
    }
}
