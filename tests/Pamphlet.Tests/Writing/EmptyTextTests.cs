using Pamphlet.Posts;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Writing;

/// <summary>What has no title or no words is not published, and the desk says so beside the field.</summary>
public sealed class EmptyTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<!--more-->")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_text_without_words_is_refused_beside_the_field(string words)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("An empty text");
        _ = await mai.WriteAsync(text, words);

        var asked = await mai.GetAsync($"{text}/publish");
        var opened = Pamphlet.Writing.Texts.DraftWords.Of(await desk.PostAtAsync(text)).Fingerprint;
        var refused = await mai.PostAsync($"{text}/publish", ("opened", opened), ("now", "1"));

        Assert.Contains("cannot be published", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was found", asked.Text, StringComparison.Ordinal);
        Assert.Null(asked.Page.QuerySelector("button[name='now']"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("no words yet", refused.MessageAt("words"), StringComparison.Ordinal);
        Assert.Equal(words, refused.Value("words"));
        Assert.Equal(PostState.Draft, (await desk.PostAtAsync(text)).State);
    }

    [Fact]
    public async Task A_correction_that_took_all_words_away_does_not_replace_the_text()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A text");
        _ = await mai.WriteAsync(text, "Words.");
        _ = await mai.PublishAsync(text, ("now", "1"));
        var correction = (await mai.PostAsync($"{text}/correct")).Location!;
        _ = await mai.WriteAsync(correction, "");

        var opened = Pamphlet.Writing.Texts.DraftWords.Of(await desk.PostAtAsync(correction)).Fingerprint;
        var refused = await mai.PostAsync($"{correction}/publish", ("opened", opened), ("replace", "1"));

        Assert.Equal(400, refused.Status);
        Assert.Equal("Words.", (await desk.PostAtAsync(text)).Markdown);
    }

    [Fact]
    public async Task A_picture_alone_is_a_text()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A picture");
        _ = await mai.UploadAsync(text, Tests.Pictures.Drawn.Jpeg(600, 400));

        Assert.Equal(303, (await mai.PublishAsync(text, ("now", "1"))).Status);
    }

    [Fact]
    public async Task What_readers_would_not_get_as_it_was_written_is_said_before_publishing()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A broken text");
        _ = await mai.WriteAsync(
            text,
            "::: figur\n![Two](picture:0123456789abcdef)\n:::\n\n<script>x</script>\n\n![A map](https://maps.example/1.png)\n"
        );

        var asked = await mai.GetAsync($"{text}/publish");

        var said = asked.Page.QuerySelectorAll(".findings > li").Select(one => one.TextContent).ToList();
        Assert.Contains(said, one => one.Contains("::: figur", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Contains("<script>", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Contains("https://maps.example/1.png", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Contains("picture:0123456789abcdef", StringComparison.Ordinal));
    }
}
