using Microsoft.Extensions.Time.Testing;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class AttemptsTests
{
    [Fact]
    public void Names_without_end_wash_nobodys_tries_away_and_take_none_of_an_editors()
    {
        var attempts = new Attempts(new FakeTimeProvider());
        while (attempts.TakeOfStranger("MAI")) { }

        for (var name = 0; name < 400_000; name++)
        {
            _ = attempts.TakeOfStranger($"{name}");
        }

        Assert.False(attempts.TakeOfStranger("MAI"));
        Assert.True(attempts.Take("door of mai"));
    }

    [Fact]
    public void A_try_comes_back_after_a_while_and_one_at_a_code_after_a_long_while()
    {
        var time = new FakeTimeProvider();
        var attempts = new Attempts(time);
        while (attempts.TakeOfStranger("MAI")) { }

        while (attempts.TakeCode("MAI")) { }

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.True(attempts.TakeOfStranger("MAI"));
        Assert.False(attempts.TakeOfStranger("MAI"));
        Assert.False(attempts.TakeCode("MAI"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(attempts.TakeCode("MAI"));
        Assert.False(attempts.TakeCode("MAI"));
    }

    [Fact]
    public async Task A_name_or_a_passphrase_that_nobody_can_have_is_neither_counted_nor_kept()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var stranger = desk.Browse();
        var answers = new List<DeskAnswer>();

        for (var attempt = 0; attempt < 25; attempt++)
        {
            answers.Add(
                await stranger.PostAsync("/desk/sign-in", ("name", new string('m', 60_000)), ("passphrase", "any"))
            );
            answers.Add(
                await stranger.PostAsync("/desk/sign-in", ("name", "mai"), ("passphrase", new string('p', 201)))
            );
        }

        Assert.All(
            answers,
            answer =>
                Assert.Contains("do not open the desk together", answer.MessageAt("name"), StringComparison.Ordinal)
        );
        var entered = await stranger.PostAsync("/desk/sign-in", ("name", "mai"), ("passphrase", TestDesk.Passphrase));
        Assert.Equal(303, entered.Status);
    }

    [Fact]
    public async Task Of_many_strangers_who_try_passphrases_some_are_told_to_come_back_and_an_editor_is_not_behind_them()
    {
        using var check = new CheckPassphrase();
        var editor = new Editor
        {
            Id = default,
            PublicationId = default,
            Acts = Acts.None,
            JoinedOn = default,
            PasswordHash = new PassphraseHash().HashPassword(null!, TestDesk.Passphrase),
        };
        using var leave = new CancellationTokenSource();
        var turnedAway = 0;
        var strangers = Enumerable.Range(0, 100).Select(_ => Task.Run(GuessAsync)).ToList();
        while (Volatile.Read(ref turnedAway) == 0)
        {
            await Task.Yield();
        }

        var key = await check.KeyAsync(editor, TestDesk.Passphrase, TestDesk.Cancel);
        var waited = strangers.Count(one => !one.IsCompleted);
        await leave.CancelAsync();
        await Task.WhenAll(strangers).WaitAsync(TestDesk.Cancel);

        Assert.NotNull(key);
        Assert.True(waited > 0, "The editor came after all of them.");
        Assert.InRange(turnedAway, 1, 36);
        var (isTooMany, _) = await check.KeyOfStrangerAsync(editor, TestDesk.Passphrase, TestDesk.Cancel);
        Assert.False(isTooMany);

        async Task GuessAsync()
        {
            try
            {
                var answer = await check.KeyOfStrangerAsync(null, "a guess of somebody's", leave.Token);
                _ = answer.IsTooMany ? Interlocked.Increment(ref turnedAway) : 0;
            }
            catch (OperationCanceledException) when (leave.IsCancellationRequested)
            {
                // It had waited until all were sent away.
            }
        }
    }

    [Fact]
    public void Beyond_the_number_the_oldest_goes_and_the_others_stay()
    {
        var latest = new LatestOnes<int>(most: 3);

        for (var at = 1; at <= 4; at++)
        {
            latest.Keep($"{at}", at);
        }

        latest.Keep("2", 20);
        latest.Keep("5", 5);

        Assert.False(latest.TryGet("1", out _));
        Assert.False(latest.TryGet("3", out _));
        Assert.True(latest.TryTake("2", out var second));
        Assert.Equal(20, second);
        Assert.False(latest.TryTake("2", out _));
        Assert.True(latest.TryGet("4", out _));
    }
}
