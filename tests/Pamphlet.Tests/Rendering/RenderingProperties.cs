using System.Text;
using FsCheck.Xunit;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class RenderingProperties
{
    [Property(MaxTest = 300, Arbitrary = [typeof(MarkdownTexts)])]
    public void Any_text_becomes_a_safe_body_and_excerpt(MarkdownText text)
    {
        var rendered = PostRenderer.Render(text.Value, Paper.English);

        Assert.DoesNotContain("<script", rendered.Body.ToString(), StringComparison.OrdinalIgnoreCase);
        HtmlJudge.AcceptPost(rendered.Body, text.Value);
        HtmlJudge.AcceptPost(rendered.Excerpt, text.Value);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(MarkdownTexts)])]
    public void Any_text_becomes_a_safe_comment(MarkdownText text)
    {
        var html = CommentRenderer.Render(text.Value);

        HtmlJudge.AcceptComment(html, text.Value);
        Assert.True(html.ToString().Length <= (8 * text.Value.Length) + 4096);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(MarkdownTexts)])]
    public void The_root_is_named_only_before_an_address(MarkdownText text)
    {
        var html = PostRenderer.Render(text.Value, Paper.English).Body.ToString();

        HtmlJudge.AcceptRoots(html);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(MarkdownTexts)])]
    public void Rendering_twice_gives_the_same_bytes(MarkdownText text)
    {
        var first = PostRenderer.Render(text.Value, Paper.English);
        var second = PostRenderer.Render(text.Value, Paper.English);

        Assert.Equal(first.Body.ToString(), second.Body.ToString());
        Assert.Equal(first.Excerpt.ToString(), second.Excerpt.ToString());
        Assert.Equal(first.Plain, second.Plain);
        Assert.Equal(first.Dropped, second.Dropped);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(MarkdownTexts)])]
    public void Decomposed_text_gives_what_composed_text_gives(MarkdownText text)
    {
        var composed = CleanText.Of(text.Value);
        var decomposed = composed.Normalize(NormalizationForm.FormD);

        var rendered = PostRenderer.Render(decomposed, Paper.English);

        Assert.Equal(PostRenderer.Render(composed, Paper.English).Body.ToString(), rendered.Body.ToString());
        Assert.True(CleanText.Of(decomposed).IsNormalized());
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(MarkdownTexts)])]
    public void Excerpts_in_one_list_share_no_id_and_read_back_as_they_were(MarkdownText text)
    {
        var excerpt = PostRenderer.Render(text.Value, Paper.English).Excerpt.At("");
        var list = HtmlJudge.Parse(excerpt + excerpt + excerpt);

        Assert.Empty(list.QuerySelectorAll("[id], [aria-labelledby], [role=doc-noteref]"));
        Assert.Equal(list.InnerHtml, HtmlJudge.Parse(list.InnerHtml).InnerHtml);
    }

    [Property(MaxTest = 500)]
    public void Clean_text_is_normal_without_controls_and_stays_as_it_is(string text)
    {
        var clean = CleanText.Of(text ?? "");

        Assert.True(clean.IsNormalized(NormalizationForm.FormC));
        Assert.DoesNotContain(clean, character => char.IsControl(character) && character is not ('\n' or '\t'));
        Assert.Equal(clean, CleanText.Of(clean));
    }

    [Property(MaxTest = 500)]
    public void A_slug_is_one_part_of_an_address_and_its_own_slug(string title)
    {
        var slug = Slug.Of(title ?? "");

        Assert.NotEmpty(slug);
        Assert.True(Pamphlet.Seal.SitePath.TryParse(slug, out _));
        Assert.DoesNotContain('/', slug);
        Assert.Equal(slug, Slug.Of(slug));
    }
}
