using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Letters;

/// <summary>The paper invites letters only while there is a key to seal them to.</summary>
public sealed class InvitingLettersTests
{
    [Theory, EachDatabase]
    public async Task No_page_invites_a_letter_before_there_are_keys(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Correspond, Act.KeepKeys);
        using var reader = desk.Browse();
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        var front = await reader.GetAsync("/");
        var asked = await reader.GetAsync("/letter.html");
        var waits = await mai.GetAsync("/desk");
        _ = await mai.PostAsync("/desk/letter-keys/make", ("passphrase", "nine lanterns over a cold ferry"));
        var isNew = await desk.Press.PublishAsync(TestDesk.Cancel);
        var isNewAgain = await desk.Press.PublishAsync(TestDesk.Cancel);
        var inviting = await reader.GetAsync("/");
        var open = await reader.GetAsync("/letter.html");
        var nothingWaits = await mai.GetAsync("/desk");

        Assert.Null(front.Page.QuerySelector("footer a[href='letter.html']"));
        Assert.Contains("Letters are not open here", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Every letter is answered", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody can write you a letter", waits.Text, StringComparison.Ordinal);
        Assert.Equal((true, false), (isNew, isNewAgain));
        Assert.NotNull(inviting.Page.QuerySelector("footer a[href='letter.html']"));
        Assert.Contains("Every letter is answered", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody can write you a letter", nothingWaits.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_was_made_before_the_keys_is_made_anew_after_a_crash()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var desk = await TestDesk.StartAsync(database);
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        using var shelf = new Editions.TestShelf();
        using var before = new Press(database.Address, shelf.Shelf) { TakesLetters = () => false };
        using var after = new Press(database.Address, shelf.Shelf) { TakesLetters = () => true };

        var first = await before.PublishAsync(TestDesk.Cancel);
        var second = await after.PublishAsync(TestDesk.Cancel);
        var third = await after.PublishAsync(TestDesk.Cancel);

        Assert.Equal((true, true, false), (first, second, third));
    }
}
