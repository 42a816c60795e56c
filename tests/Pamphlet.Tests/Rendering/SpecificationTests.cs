using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class SpecificationTests
{
    public static TheoryData<string> Examples => [.. Specification.All().Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_becomes_what_the_specification_says(string name)
    {
        var example = Specification
            .All()
            .Single(example => string.Equals(example.Name, name, StringComparison.Ordinal));

        var rendered = PostRenderer.Render(example.Markdown, Paper.In(example.Language));

        Assert.NotEmpty(example.Expected);
        foreach (var (what, expected) in example.Expected)
        {
            var actual = what switch
            {
                "html" => Paper.Readable(rendered.Body),
                "excerpt" => Paper.Readable(rendered.Excerpt),
                "plain" => rendered.Plain,
                "dropped" => string.Join('\n', rendered.Dropped.Select(dropped => $"{dropped.Key} {dropped.Value}")),
                _ => throw new InvalidOperationException($"No reading of a text is called {what}."),
            };
            Assert.Equal(expected.TrimEnd(), actual.TrimEnd());
        }
    }

    // With any HTML in it a text goes through the gate for strangers' HTML whole: our own constructs must come out of it.
    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_says_the_same_with_a_stranger_s_HTML_beside_it(string name)
    {
        var example = Specification
            .All()
            .Single(example => string.Equals(example.Name, name, StringComparison.Ordinal));
        var alone = PostRenderer.Render(example.Markdown, Paper.In(example.Language));

        var beside = PostRenderer.Render(example.Markdown + "\n\n<p>beside</p>\n", Paper.In(example.Language));

        Assert.Equal(Closed(alone.Body), Closed(beside.Body).Replace("<p>beside</p>", "", StringComparison.Ordinal));
    }

    private static string Closed(SafeHtml html) =>
        string.Concat(Paper.Readable(html).Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void The_specification_speaks_English_Vietnamese_and_a_language_from_right_to_left()
    {
        var languages = Specification.All().Select(example => example.Language).ToHashSet();

        Assert.Contains(Language.English, languages);
        Assert.Contains(Language.Vietnamese, languages);
        Assert.Contains(languages, language => language.IsRightToLeft);
    }
}
