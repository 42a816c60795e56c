using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Forms;

namespace Pamphlet.Tests.Forms;

public sealed class FormTokensTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, nameof(FormTokenVerdict.TooSoon))]
    [InlineData(7, nameof(FormTokenVerdict.TooSoon))]
    [InlineData(8, nameof(FormTokenVerdict.Good))]
    [InlineData(43_200, nameof(FormTokenVerdict.Good))]
    [InlineData(43_201, nameof(FormTokenVerdict.Stale))]
    public void A_token_is_good_from_eight_seconds_to_twelve_hours(int seconds, string expected)
    {
        var tokens = new FormTokens(time);
        var token = tokens.Issue("comment");

        time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, tokens.Check("comment", token).ToString());
    }

    [Fact]
    public void A_token_is_used_once_and_looking_at_it_uses_nothing()
    {
        var tokens = new FormTokens(time);
        var token = tokens.Issue("comment");
        time.Advance(FormTokens.Soonest);

        FormTokenVerdict[] verdicts =
        [
            tokens.Check("comment", token),
            tokens.Spend("comment", token),
            tokens.Spend("comment", token),
            tokens.Check("comment", token),
        ];

        Assert.Equal(
            [FormTokenVerdict.Good, FormTokenVerdict.Good, FormTokenVerdict.Used, FormTokenVerdict.Used],
            verdicts
        );
    }

    [Fact]
    public void A_token_of_another_form_another_run_or_another_hand_is_stale()
    {
        var tokens = new FormTokens(time);
        var token = tokens.Issue("comment 1");
        var other = new FormTokens(time).Issue("comment 1");
        time.Advance(FormTokens.Soonest);

        var forged = (token[0] == 'A' ? 'B' : 'A') + token[1..];

        Assert.Equal(FormTokenVerdict.Stale, tokens.Spend("comment 2", token));
        Assert.All(
            [other, forged, token[..^1], token + "A", "", "£", new string('x', 100_000)],
            wrong => Assert.Equal(FormTokenVerdict.Stale, tokens.Spend("comment 1", wrong))
        );
        Assert.Equal(FormTokenVerdict.Good, tokens.Spend("comment 1", token));
    }

    [Fact]
    public void A_flood_of_used_tokens_makes_old_forms_stale_and_never_good_again()
    {
        var tokens = new FormTokens(time);
        var first = tokens.Issue("comment");
        time.Advance(FormTokens.Soonest);
        Assert.Equal(FormTokenVerdict.Good, tokens.Spend("comment", first));

        for (var i = 0; i < 3; i++)
        {
            var many = Enumerable.Range(0, 200_001).Select(_ => tokens.Issue("comment")).ToList();
            time.Advance(FormTokens.Soonest);
            many.ForEach(token => tokens.Spend("comment", token));
        }

        Assert.NotEqual(FormTokenVerdict.Good, tokens.Spend("comment", first));
    }

    [Fact]
    public void No_two_tokens_are_alike()
    {
        var tokens = new FormTokens(time);

        var many = Enumerable.Range(0, 1000).Select(_ => tokens.Issue("comment")).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1000.ToString(CultureInfo.InvariantCulture), $"{many.Count}");
    }
}
