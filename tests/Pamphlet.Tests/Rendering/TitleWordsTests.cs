using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class TitleWordsTests
{
    [Theory]
    [InlineData("en", "The \"quiet\" years -- and don't", "The “quiet” years – and don’t")]
    [InlineData("fr", "Les \"calmes\"...", "Les «\u202Fcalmes\u202F»…")]
    [InlineData("en", "Is 91 Prime?", "Is 91 Prime?")]
    public void A_title_gets_the_marks_of_its_language(string language, string typed, string set) =>
        Assert.Equal(set, TitleWords.Of(typed, Language.From(language)));

    [Theory]
    [InlineData("ends in '0' or '5'", "ends in ‘0’ or ‘5’")]
    [InlineData("'1984' was read in '84", "‘1984’ was read in ’84")]
    [InlineData("the '80s, not '70s-like", "the ’80s, not ’70s-like")]
    [InlineData("'68", "’68")]
    [InlineData("'68' is a number", "‘68’ is a number")]
    [InlineData("'Tis the word 'round'", "’Tis the word ‘round’")]
    [InlineData("('x')", "(‘x’)")]
    public void A_single_mark_opens_where_something_is_quoted(string typed, string set) =>
        Assert.Equal(set, TitleWords.Of(typed, Language.English));
}
