using Microsoft.Extensions.Time.Testing;
using Pamphlet.Comments;
using Pamphlet.Comments.Defence;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

/// <summary>The long flood, 50 a second for a minute against the program itself, is <c>bench/flood</c>.</summary>
public sealed class FloodTests
{
    [Theory, EachDatabase]
    public async Task Those_who_are_the_first_to_write_at_once_all_arrive(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        var forms = new List<LiveAnswer>();
        for (var i = 0; i < 14; i++)
        {
            forms.Add(await paper.OpenFormAsync());
        }

        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var answers = await Task.WhenAll(forms.Select((form, i) => paper.PressAsync(form, ("text", $"Number {i}."))));

        Assert.All(answers, answer => Assert.Equal("Your comment is waiting", answer.Heading));
        Assert.Equal(14, (await paper.CommentsAsync()).Select(comment => comment.ThreadPath).Distinct().Count());
    }

    [Fact]
    public async Task A_flood_over_many_circuits_keeps_no_honest_reader_out()
    {
        const int Circuits = 8;
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        paper.Circuit = 900;
        var honest = await paper.OpenFormAsync();
        var statuses = new List<int>();
        for (var circuit = 0; circuit < Circuits; circuit++)
        {
            paper.Circuit = circuit;
            var form = await paper.OpenFormAsync();
            paper.Time.Advance(TimeSpan.FromSeconds(9));
            for (var i = 0; i < 10; i++)
            {
                var answer = await paper.PressAsync(form, ("text", $"Buy {circuit} of {i}!"));
                form = answer.Status == 200 ? await paper.OpenFormAsync() : answer;
                statuses.Add(answer.Status);
            }
        }

        paper.Circuit = 900;
        var taken = await paper.PressAsync(honest, ("text", "What an honest reader says."));

        Assert.Equal("Your comment is waiting", taken.Heading);
        var kept = await paper.CommentsAsync();
        Assert.InRange(kept.Count, 2, (Circuits * 3) + 1);
        Assert.Contains(kept, comment => comment.Markdown == "What an honest reader says.");
        Assert.All(statuses, status => Assert.Contains(status, new[] { 200, 422, 429 }));
    }

    [Fact]
    public void However_many_circuits_come_the_brakes_stay_small()
    {
        var brakes = new Brakes(new FakeTimeProvider());
        var settings = new DiscussionSettings { PublicationId = new PublicationId(1) };

        for (var circuit = 0; circuit < 250_000; circuit++)
        {
            _ = brakes.TakeOfHand(circuit, browser: null, settings);
        }

        Assert.InRange(brakes.Kept, 1, 100_000);
    }
}
