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

    [Fact]
    public void The_specification_speaks_English_Vietnamese_and_a_language_from_right_to_left()
    {
        var languages = Specification.All().Select(example => example.Language).ToHashSet();

        Assert.Contains(Language.English, languages);
        Assert.Contains(Language.Vietnamese, languages);
        Assert.Contains(languages, language => language.IsRightToLeft);
    }
}
