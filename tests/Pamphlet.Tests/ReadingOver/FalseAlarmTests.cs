using Pamphlet.Imports.Text;
using Pamphlet.ReadingOver;
using Pamphlet.Rendering;
using Pamphlet.Tests.Imports.Text;
using Pamphlet.Tests.Reading;

namespace Pamphlet.Tests.ReadingOver;

/// <summary>Eyes that cry at everything are soon closed: how often they err is measured and held.</summary>
public sealed class FalseAlarmTests(ITestOutputHelper output)
{
    private static readonly FindingKind[] OnlyQuestions = [FindingKind.FacesInPicture, FindingKind.PictureWithoutWords];

    [Fact]
    public void On_the_sample_paper_nothing_is_mistaken_for_a_danger()
    {
        var texts = SamplePaper.Texts.Select(pair => new TextToRead(pair.Card.Title, pair.Text.Markdown)).ToList();

        var alarms = texts.SelectMany(text => Alarms(text).Select(one => $"{text.Title}: {one.Kind} «{one.Quoted}»"));

        Assert.True(texts.Count >= 30);
        Assert.Empty(alarms);
    }

    [Fact]
    public void On_real_blogs_one_text_in_ten_at_most_has_a_finding_that_is_no_link_or_file()
    {
        var bodies = OldBodies.Read(comments: false);
        var texts = bodies
            .Select(body => new TextToRead(
                "",
                HtmlToMarkdown.Convert(body.Html, new HtmlToMarkdownOptions(Language.English)).Markdown
            ))
            .ToList();

        var found = texts.Select(text => Alarms(text).ToList()).ToList();

        var words = texts.Sum(text => text.Markdown.Split(' ').Length);
        var kinds = found.SelectMany(one => one).GroupBy(one => one.Kind).OrderBy(group => group.Key);
        output.WriteLine($"{texts.Count} texts, {words} words");
        foreach (var kind in kinds)
        {
            output.WriteLine(
                $"{kind.Key}: {kind.Count()}  {string.Join(" | ", kind.Select(one => one.Quoted).Take(12))}"
            );
        }

        var loud = found.Count(one => one.Exists(finding => !IsPlain(finding.Kind)));
        Assert.True(texts.Count >= 71, $"Only {texts.Count} texts were read.");
        Assert.InRange(loud, 0, texts.Count / 10);
    }

    // These are what they are called; whether they harm is the editors' to say.
    private static bool IsPlain(FindingKind kind) =>
        kind
            is FindingKind.TrackedLink
                or FindingKind.OwnersLink
                or FindingKind.FileName
                or FindingKind.OddSpace
                or FindingKind.MailAddress;

    private static IEnumerable<Finding> Alarms(TextToRead text) =>
        ReadOver.Of(text).Where(one => !OnlyQuestions.Contains(one.Kind));
}
