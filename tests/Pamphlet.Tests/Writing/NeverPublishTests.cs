using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Writing.NeverPublish;

namespace Pamphlet.Tests.Writing;

public sealed class NeverPublishTests
{
    private const string Passphrase = "the ferry left without a bell";

    [Theory, EachDatabase]
    public async Task A_word_of_the_list_is_found_before_publishing_and_lies_nowhere_on_the_disk(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInEditorAsync();
        _ = await mai.PostAsync("/desk/never-publish/open", ("passphrase", Passphrase));
        _ = await mai.PostAsync("/desk/never-publish", ("words", "Trần Thị Ẩn\nQuán Gió"), ("add", "1"));
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "At the quán  gió she said it.");

        var page = await mai.GetAsync($"{text}/publish");
        var asked = await mai.PostAsync("/desk/never-publish", ("words", "tran thi an\nMai"), ("ask", "1"));

        Assert.Contains(
            "quán gió",
            Squeeze(page.Page.QuerySelector(".findings")!.TextContent),
            StringComparison.Ordinal
        );
        Assert.Contains("tran thi an", asked.Page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        await using var open = desk.Database.Open();
        var row = await open.Set<NeverPublishList>().SingleAsync(TestDesk.Cancel);
        var disk = string.Concat(row.Salt.Concat(row.Proof).Concat(row.Hashes).Select(one => (char)one));
        Assert.All(
            new[] { "Trần", "tran", "Quán", "gio" },
            word =>
                Assert.DoesNotContain(
                    string.Concat(Encoding.UTF8.GetBytes(word).Select(one => (char)one)),
                    disk,
                    StringComparison.OrdinalIgnoreCase
                )
        );
        Assert.Equal(0, row.Hashes.Length % (64 * ListKey.HashLength));
    }

    [Fact]
    public async Task Another_passphrase_does_not_open_it_and_a_closed_list_says_that_it_was_not_asked()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        _ = await mai.PostAsync("/desk/never-publish/open", ("passphrase", Passphrase));
        _ = await mai.PostAsync("/desk/never-publish", ("words", "Quán Gió"), ("add", "1"));
        _ = await mai.PostAsync("/desk/never-publish/close");
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "At the quán gió.");

        var wrong = await mai.PostAsync("/desk/never-publish/open", ("passphrase", "the ferry left with a bell."));
        var page = await mai.GetAsync($"{text}/publish");

        Assert.Equal(400, wrong.Status);
        Assert.Contains("is closed", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".findings"));
    }

    [Fact]
    public async Task What_is_taken_off_is_found_no_more()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        _ = await mai.PostAsync("/desk/never-publish/open", ("passphrase", Passphrase));
        _ = await mai.PostAsync("/desk/never-publish", ("words", "Quán Gió\nMai"), ("add", "1"));

        _ = await mai.PostAsync("/desk/never-publish", ("words", "QUAN GIO"), ("take", "1"));
        var asked = await mai.PostAsync("/desk/never-publish", ("words", "Quán Gió\nmai"), ("ask", "1"));

        Assert.Contains("On the list: mai", asked.Page.QuerySelectorAll(".said").Select(said => said.TextContent));
    }

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
