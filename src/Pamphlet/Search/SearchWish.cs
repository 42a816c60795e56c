using System.Globalization;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Search;

/// <summary>What a reader asks of the search: words, and what they chose to narrow it down.</summary>
/// <param name="Tag">The last part of a subject's address, or <c>""</c>; so are the others.</param>
internal sealed record SearchWish(string Typed, string By, string Tag, string Year, string Language)
{
    private const int Longest = 200;

    public bool IsNarrowed => By.Length + Tag.Length + Year.Length + Language.Length > 0;

    public static SearchWish Of(IQueryCollection asked)
    {
        return new SearchWish(Word("q"), Word("by"), Word("tag"), Word("year"), Word("lang"));

        string Word(string name)
        {
            var word = CleanText.Of(asked[name].ToString());
            return word.Length > Longest ? word[..Longest] : word;
        }
    }

    public bool Fits(Card card) =>
        (By.Length == 0 || card.Bylines.Any(name => Is(name.Slug, By)))
        && (Tag.Length == 0 || card.Tags.Any(tag => Is(tag.Slug, Tag)))
        && (Year.Length == 0 || Is(YearOf(card), Year))
        && (Language.Length == 0 || Is(card.Language.Tag, Language));

    /// <summary>The address of this wish, relative to the root.</summary>
    public string Address(int page = 1)
    {
        var parts = new List<string>();
        Add("q", Typed);
        Add("by", By);
        Add("tag", Tag);
        Add("year", Year);
        Add("lang", Language);
        if (page > 1)
        {
            Add("page", page.ToString(CultureInfo.InvariantCulture));
        }

        return "search?" + string.Join('&', parts);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    public static string YearOf(Card card) => card.Day.Year.ToString(CultureInfo.InvariantCulture);

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
