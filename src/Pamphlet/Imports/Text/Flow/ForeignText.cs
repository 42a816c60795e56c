using System.Globalization;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>
/// Which language a part of a text is in. A mark is believed only where the letters fit: word processors write the language of
/// their spelling checker on everything.
/// </summary>
internal static class ForeignText
{
    /// <summary>The language of a block, where it is another than around it; otherwise null.</summary>
    public static Language? LanguageOf(IElement element, Conversion conversion)
    {
        if (Marked(element) is { } language)
        {
            return Differs(language, conversion) && Fits(language, element.TextContent) ? language : null;
        }

        var isTurned = element.GetAttribute("dir")?.Equals("rtl", StringComparison.OrdinalIgnoreCase) ?? false;
        return isTurned && !conversion.Language.IsRightToLeft ? ByScript(element.TextContent) : null;
    }

    /// <summary>The language of words within a sentence.</summary>
    public static Language? WordsLanguageOf(IElement element, Conversion conversion) =>
        Marked(element) is { } language
        && !ElementStyle.IsWordProcessors(element)
        && Differs(language, conversion)
        && Fits(language, element.TextContent)
            ? language
            : null;

    private static Language? Marked(IElement element)
    {
        var tag = element.GetAttribute("lang") ?? element.GetAttribute("xml:lang");

        // People write «en», Word writes «EN-US».
        return
            tag is not null
            && !ElementStyle.IsWordProcessors(element)
            && !tag.Any(char.IsAsciiLetterUpper, 0, 2)
            && Language.TryParse(tag, out var language)
            ? language
            : null;
    }

    private static bool Any(this string tag, Func<char, bool> test, int start, int length) =>
        tag.Skip(start).Take(length).Any(test);

    private static bool Differs(Language language, Conversion conversion) =>
        !language.Primary.Equals(conversion.Language.Primary, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(Language language, string text) =>
        language.Primary switch
        {
            "en" => text.Any(char.IsAsciiLetter) && !text.Any(letter => char.IsLetter(letter) && !char.IsAscii(letter)),
            "ar" or "fa" or "ur" or "ps" or "ckb" or "sd" or "ug" => text.Any(IsArabic),
            "he" or "yi" => text.Any(IsHebrew),
            "zh" or "ja" or "ko" => text.Any(letter => letter >= '\u2E80'),
            "ru" or "uk" or "bg" or "be" or "mk" => text.Any(letter => letter is >= '\u0400' and <= '\u052F'),
            "el" => text.Any(letter => letter is >= '\u0370' and <= '\u03FF'),
            _ => text.Any(char.IsLetter),
        };

    private static Language? ByScript(string text)
    {
        var letters = text.Where(char.IsLetter).Take(2000).ToList();
        if (letters.Count(IsArabic) * 2 > letters.Count)
        {
            return Language.From(
                letters.Exists(letter => letter is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک') ? "fa" : "ar"
            );
        }

        return letters.Count > 0 && letters.Count(IsHebrew) * 2 > letters.Count ? Language.From("he") : null;
    }

    private static bool IsArabic(char letter) =>
        letter is (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool IsHebrew(char letter) => letter is >= '\u0590' and <= '\u05FF';
}
