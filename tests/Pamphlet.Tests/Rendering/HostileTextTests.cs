using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class HostileTextTests
{
    [Fact]
    public void No_known_attack_leaves_the_list_of_a_post() =>
        Accept(
            Corpora.KnownAttacks(),
            525,
            text => HtmlJudge.AcceptPost(PostRenderer.Render(text, Paper.English).Body, text)
        );

    [Fact]
    public void No_known_attack_leaves_the_list_of_an_excerpt() =>
        Accept(
            Corpora.KnownAttacks(),
            525,
            text => HtmlJudge.AcceptPost(PostRenderer.Render(text, Paper.English).Excerpt, text)
        );

    [Fact]
    public void No_known_attack_leaves_the_list_of_a_comment() =>
        Accept(Corpora.KnownAttacks(), 525, text => HtmlJudge.AcceptComment(CommentRenderer.Render(text), text));

    [Fact]
    public void No_hostile_Markdown_leaves_the_list_of_a_post() =>
        Accept(
            Corpora.HostileMarkdown(),
            52,
            text => HtmlJudge.AcceptPost(PostRenderer.Render(text, Paper.English).Body, text)
        );

    [Fact]
    public void No_hostile_Markdown_leaves_the_list_of_a_comment() =>
        Accept(
            Corpora.HostileMarkdown(),
            52,
            text =>
            {
                var html = CommentRenderer.Render(text);
                HtmlJudge.AcceptComment(html, text);
                Assert.True(html.ToString().Length <= (8 * text.Length) + 4096);
            }
        );

    [Fact]
    public void Every_example_of_CommonMark_becomes_whole_HTML() =>
        Accept(
            Corpora.CommonMark(),
            600,
            text =>
            {
                var rendered = PostRenderer.Render(text, Paper.English);
                Assert.DoesNotContain(PostRenderer.AsTyped, rendered.Dropped.Keys);
                HtmlJudge.AcceptPost(rendered.Body, text);
                HtmlJudge.AcceptPost(rendered.Excerpt, text);
                HtmlJudge.AcceptComment(CommentRenderer.Render(text), text);
            }
        );

    private static void Accept(List<(string Id, string Text)> cases, int fewest, Action<string> accept)
    {
        Assert.True(cases.Count >= fewest, $"Only {cases.Count} of {fewest} cases are there.");
        Assert.All(cases, hostile => accept(hostile.Text));
    }
}
