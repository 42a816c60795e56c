using Pamphlet.Comments;
using Pamphlet.Comments.Defence;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

/// <summary>Signs make a comment wait, and tell editors why; none of them refuses one.</summary>
public sealed class SignsTests
{
    private const string Long =
        "Tôi nhớ phiên chợ bên sông, nước lên ngày mưa, người bán cá và tiếng chuông của bến đò cũ trong làng ta.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Read http://a.example/ and www.b.example.", "None")]
    [InlineData("http://a.example/ http://b.example/ https://c.example/", "Links")]
    [InlineData("Pay with \u0440\u0430ypal.", "MixedScripts")]
    [InlineData("Tôi viết русский và English.", "None")]
    [InlineData("See https://www.Shop.Spam.example/x", "UnwantedHost")]
    [InlineData("See https://notspam.example/", "None")]
    public void A_text_shows_its_signs(string text, string signs) =>
        Assert.Equal(signs, TextSigns.Of(text, "other.example\nspam.example").ToString());

    [Theory, EachDatabase]
    public async Task Nearly_the_same_text_waits_for_seven_days_and_no_longer(TestDatabase database)
    {
        await using var paper = await StartAsync(database);

        await paper.WriteAsync(Long);
        await paper.WriteAsync("Một lời khác hẳn, về ngôi trường cũ ở đầu làng và thầy giáo già.");
        await paper.WriteAsync($"**{Long.ToUpperInvariant()}!!!**");
        paper.Time.Advance(TimeSpan.FromDays(9));
        await paper.WriteAsync(Long);

        Assert.Equal(
            [HoldReasons.None, HoldReasons.None, HoldReasons.NearText, HoldReasons.None],
            (await paper.CommentsAsync()).Select(comment => comment.Reasons)
        );
    }

    [Fact]
    public async Task Who_fills_the_field_that_people_do_not_see_waits_and_is_not_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await StartAsync(database);

        var taken = await paper.WriteAsync(Long, more: ("site", "http://spam.example/"));

        Assert.Equal("Your comment is waiting", taken.Heading);
        Assert.Equal(HoldReasons.Trap, Assert.Single(await paper.CommentsAsync()).Reasons);
    }

    [Theory, EachDatabase]
    public async Task After_five_hundred_decisions_what_is_like_the_removed_shows_a_sign(TestDatabase database)
    {
        const string Spam = "Cheap pills online, order the cheap pills today.";
        await using var paper = await StartAsync(database);
        await TeachAsync(paper, Spam, wasPublished: false);
        await TeachAsync(paper, Long, wasPublished: true);

        await CountAsync(paper, decisions: 499);
        await paper.WriteAsync(Spam + " One.");
        await CountAsync(paper, decisions: 500);
        paper.Time.Advance(TimeSpan.FromDays(9));
        await paper.WriteAsync(Spam + " Two.");
        await paper.WriteAsync("Người bán cá bên sông, nước lên ngày mưa.");

        Assert.Equal(
            [HoldReasons.None, HoldReasons.LooksRemoved, HoldReasons.None],
            (await paper.CommentsAsync()).Select(comment => comment.Reasons)
        );
    }

    [Fact]
    public void A_crowd_over_the_whole_paper_is_seen_where_no_text_has_one()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var brakes = new Brakes(time);
        var settings = new DiscussionSettings { PublicationId = new PublicationId(1), PerHour = 60 };

        var crowds = Enumerable.Range(0, 61).Select(text => brakes.TakeOfCrowd(new(text), settings)).ToList();

        Assert.All(crowds.Take(60), crowd => Assert.Equal(new Crowd(AtText: false, AtPaper: false), crowd));
        Assert.Equal(new Crowd(AtText: false, AtPaper: true), crowds[60]);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.False(brakes.TakeOfCrowd(new(61), settings).AtPaper);
    }

    // A house that reads afterwards: what waits there waits for a sign.
    private static async Task<LivePaper> StartAsync(TestDatabase database)
    {
        var paper = await LivePaper.StartAsync(database);
        await paper.SettleAsync(settings => settings.PublishesAtOnce = true);
        return paper;
    }

    private static async Task TeachAsync(LivePaper paper, string text, bool wasPublished)
    {
        for (var i = 0; i < 5; i++)
        {
            await using var open = paper.Open();
            var settings = new DiscussionSettings { PublicationId = new PublicationId(1) };
            await new WordJudge(open, new PublicationId(1)).LearnAsync(text, wasPublished, by: 1, settings, Cancel);
            await open.SaveChangesAsync(Cancel);
        }
    }

    private static Task CountAsync(LivePaper paper, int decisions) =>
        paper.SettleAsync(settings =>
            (settings.JudgedPublished, settings.JudgedRemoved) = (decisions / 2, decisions - (decisions / 2))
        );
}
