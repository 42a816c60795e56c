using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class DateTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1900-01-01T00:00:00Z")]
    [InlineData("-5")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("")]
    [InlineData("yesterday")]
    public async Task A_date_that_cannot_be_true_is_replaced_by_the_month_of_the_address(string published)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(new TestFeed().Post("1", published: published));

        var post = await database.PostAsync("1");
        Assert.Equal(new DateTimeOffset(2020, 5, 1, 0, 0, 0, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("2020/05/1.html", post.Path);
        Assert.Contains(report.Notes, note => note.Contains("no date that can be true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", "LIVE")]
    [InlineData("2026-11-24T00:00:00Z", "LIVE")]
    [InlineData("2026-11-24T00:00:00Z", "SCHEDULED")]
    [InlineData("2020-01-01T00:00:00Z", "SCHEDULED")]
    [InlineData("2020-01-01T00:00:00Z", "SOFT_TRASHED")]
    [InlineData("2020-01-01T00:00:00Z", "")]
    public async Task What_had_not_appeared_waits_as_a_draft(string published, string status)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(new TestFeed().Post("1", published: published, status: status));

        Assert.Equal(new TextCounts(0, 1), report.Posts);
        Assert.Equal(
            (PostState.Draft, null),
            ((await database.PostAsync("1")).State, (await database.PostAsync("1")).Path)
        );
        Assert.Contains(report.Notes, note => note.Contains("waits as a draft", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_on_which_a_draft_was_to_appear_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(new TestFeed().Post("1", published: "2026-12-24T18:00:00Z", status: "SCHEDULED"));

        Assert.Equal(
            new DateTimeOffset(2026, 12, 24, 18, 0, 0, TimeSpan.Zero),
            (await database.PostAsync("1")).PublishedAt
        );
    }

    [Fact]
    public async Task A_text_from_before_the_web_keeps_its_date()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(new TestFeed().Post("1", published: "1938-07-14T00:00:00Z"));

        Assert.Equal(1938, (await database.PostAsync("1")).PublishedAt!.Value.Year);
    }
}
