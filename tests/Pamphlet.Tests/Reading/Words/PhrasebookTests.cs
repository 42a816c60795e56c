using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading.Words;

public sealed partial class PhrasebookTests
{
    private static readonly Phrasebook English = Phrasebooks.For(Language.English);

    public static TheoryData<string> Tags => [.. Phrasebooks.All.Select(book => book.Language)];

    [Fact]
    public void The_paper_speaks_ten_languages() =>
        Assert.All(
            ["ar", "en", "es", "fa", "fr", "hi", "my", "tl", "vi", "zh"],
            tag => Assert.Contains(Phrasebooks.All, book => string.Equals(book.Language, tag, StringComparison.Ordinal))
        );

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_language_says_everything_with_the_gaps_that_English_has(string tag)
    {
        var english = Leaves(English);
        var other = Leaves(Of(tag));

        Assert.NotEmpty(english);
        Assert.Equal(
            english.Keys.Order(StringComparer.Ordinal),
            other.Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.All(
            other,
            leaf =>
            {
                // French parts thousands by a narrow space.
                Assert.False(
                    string.IsNullOrEmpty(leaf.Value)
                        || (leaf.Key is not "NumberWords.Group" && leaf.Value.Trim().Length == 0),
                    leaf.Key
                );
                Assert.True(leaf.Value.IsNormalized(NormalizationForm.FormC), leaf.Key);
                Assert.Equal(Gaps(english[leaf.Key]), Gaps(leaf.Value));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_plural_has_the_forms_that_its_rule_asks_for(string tag)
    {
        var book = Of(tag);
        Plural[] plurals = [book.Lists.Texts, book.Lists.Comments, book.Text.Minutes, book.Search.Results];

        Assert.All(
            plurals,
            plural =>
                Assert.All(
                    book.Plurals.Forms(),
                    form => Assert.Equal(["count"], Gaps(plural.Form(form)?.Template ?? $"no {form}"))
                )
        );
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_names_its_months_as_the_world_does(string tag)
    {
        // Chinese counts its months: the figure stands within a date, and the word would not.
        Assert.SkipWhen(tag is "zh", "Chinese counts its months.");
        var book = Of(tag);
        var gregorian = new CultureInfo(tag).DateTimeFormat;
        if (gregorian.Calendar is not GregorianCalendar)
        {
            Assert.Equal(gregorian.MonthNames[..12], book.Dates.CalendarMonths!, StringComparer.Ordinal);
            gregorian.Calendar = new GregorianCalendar();
        }

        Assert.Equal(
            gregorian.MonthGenitiveNames[..12].Select(Bare),
            book.Dates.Months.Select(Bare),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void What_a_language_lacks_is_said_in_English_and_the_documents_say_which_lack_nothing(string tag)
    {
        var missing = Phrasebooks.MissingIn(tag);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{tag}: {missing.Count} sentences in English {string.Join(' ', missing)}"
        );
        Assert.True(missing.Count == 0 || !Phrasebooks.Whole.Contains(tag), string.Join(' ', missing));
        Assert.Contains($"| `{tag}` |", House.Checkout.Read("docs/languages.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_lacks_a_word_does_not_open()
    {
        var whole = JsonSerializer.Serialize(English, PhrasebookFormat.Default.Phrasebook);
        var torn = whole.Replace("\"readOn\":\"Read on\",", "", StringComparison.Ordinal);

        Assert.NotEqual(whole, torn, StringComparer.Ordinal);
        Assert.Equal(
            English.Lists.ReadOn,
            JsonSerializer.Deserialize(whole, PhrasebookFormat.Default.Phrasebook)?.Lists.ReadOn
        );
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(torn, PhrasebookFormat.Default.Phrasebook));
    }

    [Theory]
    [InlineData("en", 1, "1 comment")]
    [InlineData("en", 0, "0 comments")]
    [InlineData("en", 1204, "1,204 comments")]
    [InlineData("vi", 1, "1 bình luận")]
    [InlineData("vi", 1204, "1.204 bình luận")]
    [InlineData("fa", 1204, "۱٬۲۰۴ دیدگاه")]
    public void Counts_are_said_in_the_language(string tag, int count, string expected)
    {
        var book = Of(tag);

        Assert.Equal(expected, book.Count(book.Lists.Comments, count));
    }

    [Theory]
    [InlineData("en", "22 November 2026", "November 2026")]
    [InlineData("vi", "ngày 22 tháng 11 năm 2026", "Tháng 11 năm 2026")]
    [InlineData("fa", "۱ آذر ۱۴۰۵", "نوامبر ۲۰۲۶")]
    public void Days_are_said_in_words(string tag, string day, string month)
    {
        var book = Of(tag);

        Assert.Equal(day, book.Date(new DateOnly(2026, 11, 22)));
        Assert.Equal(month, book.Dates.WriteMonth(2026, 11, book));
    }

    [Fact]
    public void A_page_speaks_its_texts_language_else_the_papers_else_English()
    {
        Assert.Equal("vi", Phrasebooks.For(Language.Vietnamese, Language.English).Language);
        Assert.Equal("en", Phrasebooks.For(Language.From("en-GB"), Language.Vietnamese).Language);
        Assert.Equal("vi", Phrasebooks.For(Language.From("tlh"), Language.Vietnamese).Language);
        Assert.Equal("en", Phrasebooks.For(Language.From("tlh"), Language.From("vo")).Language);
    }

    [Theory]
    [InlineData(PluralRule.EastSlavic, 1, PluralForm.One)]
    [InlineData(PluralRule.EastSlavic, 11, PluralForm.Many)]
    [InlineData(PluralRule.EastSlavic, 22, PluralForm.Few)]
    [InlineData(PluralRule.EastSlavic, 112, PluralForm.Many)]
    [InlineData(PluralRule.Polish, 21, PluralForm.Many)]
    [InlineData(PluralRule.Polish, 22, PluralForm.Few)]
    [InlineData(PluralRule.Arabic, 0, PluralForm.Zero)]
    [InlineData(PluralRule.Arabic, 2, PluralForm.Two)]
    [InlineData(PluralRule.Arabic, 103, PluralForm.Few)]
    [InlineData(PluralRule.Arabic, 111, PluralForm.Many)]
    [InlineData(PluralRule.Arabic, 100, PluralForm.Other)]
    [InlineData(PluralRule.ZeroOneOther, 0, PluralForm.One)]
    internal void Languages_count_as_CLDR_says(PluralRule rule, int count, PluralForm form) =>
        Assert.Equal(form, rule.FormFor(count));

    private static Phrasebook Of(string tag) => Phrasebooks.For(Language.From(tag));

    private static string Bare(string month) => month.Replace("\u0654", "", StringComparison.Ordinal);

    private static string[] Gaps(string text) =>
        [.. Gap().Matches(text).Select(match => match.Groups["gap"].Value).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Leaves(Phrasebook book) =>
        Sections(book)
            .SelectMany(section =>
                section
                    .GetType()
                    .GetProperties(BindingFlags.Instance | BindingFlags.Public)
                    .Where(property =>
                        property.PropertyType == typeof(string) || property.PropertyType == typeof(Phrase)
                    )
                    .Select(property =>
                        (Key: $"{section.GetType().Name}.{property.Name}", Value: $"{property.GetValue(section)}")
                    )
            )
            .ToDictionary(leaf => leaf.Key, leaf => leaf.Value, StringComparer.Ordinal);

    private static IEnumerable<object> Sections(Phrasebook book) =>
        [
            book.Page,
            book.Lists,
            book.Text,
            book.Discussion,
            book.Commenting,
            book.Forms,
            book.Search,
            book.Absence,
            book.Dates,
            book.Numbers,
        ];

    [GeneratedRegex(@"\{(?<gap>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
