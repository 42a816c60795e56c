using Pamphlet.Rendering;

namespace Pamphlet.Imports.Writing;

/// <summary>The language of a blog and of a text in it.</summary>
internal static class TextLanguage
{
    /// <summary>Fewer letters than these tell nothing.</summary>
    private const int Enough = 12;

    /// <summary>Blogger's locales as a paper names them; null for none.</summary>
    public static Language? OfLocale(string locale)
    {
        if (!Language.TryParse(locale, out var language))
        {
            return null;
        }

        // A region is kept only where it is another way of writing.
        var tag = language.Tag.ToLowerInvariant() switch
        {
            "zh-tw" or "zh-hk" or "zh-hant" => "zh-Hant",
            "zh" or "zh-cn" or "zh-sg" or "zh-hans" => "zh-Hans",
            "pt-br" => "pt-BR",
            "sr-latn" => "sr-Latn",
            "iw" or "iw-il" => "he",
            "in" or "in-id" => "id",
            _ => language.Primary,
        };
        return Language.From(tag);
    }

    /// <summary>
    /// The language that the letters of a text give away, or null: they tell nothing that the blog does not say better. An Arabic
    /// essay in an English blog must run from right to left.
    /// </summary>
    public static Language? OfLetters(string words)
    {
        var signs = LetterSigns.Of(words);
        var tag =
            signs.Letters < Enough
                ? null
                : signs.Main switch
                {
                    Script.Latin when signs.Vietnamese * 12 > signs.Letters => "vi",
                    Script.Arabic => signs.Persian * 40 > signs.Letters ? "fa" : "ar",
                    Script.Hebrew => "he",
                    Script.Greek => "el",
                    Script.Hangul => "ko",
                    Script.Kana => "ja",
                    Script.Han => signs[Script.Kana] * 10 > signs.Letters ? "ja" : "zh",
                    Script.Thai => "th",
                    Script.Cyrillic when signs.Ukrainian * 50 > signs.Letters => "uk",
                    Script.Cyrillic when signs.Russian * 50 > signs.Letters => "ru",
                    _ => null,
                };
        return tag is null ? null : Language.From(tag);
    }

    /// <summary>The language of one text in a blog whose language is <paramref name="usual"/>.</summary>
    /// <remarks>The letters say nothing against a language that is written in them too: Urdu in Arabic letters, Chinese in either form.</remarks>
    public static Language Of(string words, Language usual) =>
        OfLetters(words) is { } seen
        && !seen.Primary.Equals(usual.Primary, StringComparison.Ordinal)
        && !SharesScript(seen.Primary, usual.Primary)
            ? seen
            : usual;

    private static bool SharesScript(string seen, string usual) =>
        seen switch
        {
            "ar" => usual is "fa" or "ur" or "ps" or "ckb" or "sd" or "ug" or "ks",
            "fa" => usual is "ur" or "ps" or "ckb" or "sd" or "ug" or "ks",
            "he" => usual is "yi",
            _ => false,
        };
}
