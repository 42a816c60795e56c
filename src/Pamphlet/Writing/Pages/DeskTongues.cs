using Pamphlet.Rendering;

namespace Pamphlet.Writing.Pages;

/// <summary>The languages that a text may be said to be in, by their own names; the paper's first.</summary>
internal static class DeskTongues
{
    private static readonly string[] Tags =
    [
        "vi",
        "en",
        "ar",
        "bo",
        "cs",
        "de",
        "es",
        "fa",
        "fr",
        "he",
        "hi",
        "id",
        "it",
        "ja",
        "km",
        "ko",
        "lo",
        "my",
        "nl",
        "pl",
        "pt",
        "ru",
        "th",
        "tr",
        "ug",
        "uk",
        "ur",
        "zh",
        "zh-Hant",
    ];

    public static IEnumerable<(string Tag, string Name)> For(Language chosen, Language paper) =>
        Tags.Prepend(chosen.Tag)
            .Prepend(paper.Tag)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(tag => (tag, Language.From(tag).OwnName));
}
