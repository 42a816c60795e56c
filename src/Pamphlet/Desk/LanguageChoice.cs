using Pamphlet.Reading.Words;
using Pamphlet.Rendering;

namespace Pamphlet.Desk;

/// <summary>
/// A question for a language: those that the paper has words for, and any other by its tag. A text may be in a language that
/// nobody translated the menu into.
/// </summary>
/// <param name="Chosen">The tag that is marked.</param>
/// <param name="Typed">What stands in the field for another tag.</param>
/// <param name="Message">One kind sentence, or empty: nothing is wrong.</param>
internal sealed record LanguageChoice(Visit Visit, string Label, string Chosen, string Typed = "", string Message = "")
{
    public const string Field = "language";
    public const string OtherField = "language-other";

    /// <summary>Where the paper's own words are, by each language's own name.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Spoken { get; } =
    [.. Phrasebooks.All.Select(book => (book.Language, Language.From(book.Language).OwnName))];

    private static readonly string[] Others =
    [
        "be",
        "bo",
        "cs",
        "de",
        "he",
        "id",
        "it",
        "ja",
        "km",
        "ko",
        "lo",
        "nl",
        "pl",
        "pt",
        "ru",
        "th",
        "tr",
        "ug",
        "uk",
        "ur",
        "zh-Hant",
    ];

    /// <summary>In which many write; a text needs no words of ours.</summary>
    public static IReadOnlyList<(string Tag, string Name)> OfTexts { get; } =
    [.. Spoken, .. Others.Select(tag => (tag, Language.From(tag).OwnName))];

    /// <summary>Of a text, not of the paper.</summary>
    public bool IsOfText { get; init; }

    /// <summary>The usual ones, and the one that is chosen already.</summary>
    public IEnumerable<(string Tag, string Name)> Offered
    {
        get
        {
            var usual = IsOfText ? OfTexts : Spoken;
            return usual.Any(one => IsSame(one.Tag, Chosen)) || !TryRead(Chosen, out var own)
                ? usual
                : usual.Append((own.Tag, own.OwnName));
        }
    }

    public bool IsChosen(string tag) => IsSame(tag, Chosen);

    /// <summary>What was sent: the typed tag where there is one, else the chosen.</summary>
    public static string Sent(DeskForm form) => Sent(form[Field], form[OtherField]);

    public static string Sent(string chosen, string typed) => typed.Length > 0 ? typed : chosen;

    /// <summary>A tag of a language as they are: two or three letters first. «german» is none.</summary>
    public static bool TryRead(string tag, out Language language) =>
        Language.TryParse(tag, out language) && language.Primary.Length is 2 or 3;

    private static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
