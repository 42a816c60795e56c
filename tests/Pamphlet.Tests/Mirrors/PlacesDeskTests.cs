using Pamphlet.Desk;
using Pamphlet.Mirrors;
using Pamphlet.Seal;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Mirrors;

public sealed class PlacesDeskTests
{
    [Fact]
    public async Task An_editor_consents_to_a_mirror_sees_how_it_was_and_takes_it_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);
        using var key = SigningKey.Make("mirror.example/witness", KeyKind.Cosignature);

        var consented = await mai.PostAsync(
            "/desk/places/mirrors",
            ("address", "https://mirror.example"),
            ("key", $"{key.Verifier}")
        );
        var named = new SisterList(desk.Folder).All().Single();
        new SisterNews(desk.Folder).Keep(
            [(named, new FollowResult(FollowFinding.SplitView, ""))],
            new DateOnly(2026, 11, 24)
        );
        var page = await mai.GetAsync("/desk/places");
        await mai.PostAsync("/desk/places/mirrors/remove", ("address", "https://mirror.example/"));

        Assert.Equal("/desk/places", consented.Location);
        Assert.Equal("https://mirror.example/", named.Address.AbsoluteUri);
        Assert.Contains("https://mirror.example/", page.Text, StringComparison.Ordinal);
        Assert.Contains("did not sign", page.Text, StringComparison.Ordinal);
        Assert.Empty(new SisterList(desk.Folder).All());
    }

    [Fact]
    public async Task What_was_typed_wrongly_comes_back_with_a_sentence_beside_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);

        var answer = await mai.PostAsync("/desk/places/mirrors", ("address", "mirror"), ("key", "abc"));

        Assert.Equal(400, (int)answer.Status);
        Assert.Equal("mirror", answer.Value("address"));
        Assert.Contains("https://mirror.example/", answer.MessageAt("address"), StringComparison.Ordinal);
        Assert.Contains("no witness key", answer.MessageAt("key"), StringComparison.Ordinal);
        Assert.Empty(new SisterList(desk.Folder).All());
    }
}
