using System.Collections.Frozen;

namespace Pamphlet.Rendering.Typography;

/// <summary>The quotation marks of a language, outer and inner, with their spaces where its printers set them.</summary>
internal sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    private static readonly QuotationMarks English = new("“", "”", "‘", "’");
    private static readonly QuotationMarks German = new("„", "“", "‚", "‘");
    private static readonly QuotationMarks Polish = new("„", "”", "‚", "’");
    private static readonly QuotationMarks Guillemets = new("«", "»", "“", "”");
    private static readonly QuotationMarks Russian = new("«", "»", "„", "“");
    private static readonly QuotationMarks Swedish = new("”", "”", "’", "’");
    private static readonly QuotationMarks Corner = new("「", "」", "『", "』");

    private static readonly FrozenDictionary<string, QuotationMarks> ByLanguage = new Dictionary<
        string,
        QuotationMarks
    >(StringComparer.Ordinal)
    {
        ["ar"] = Guillemets,
        ["az"] = Guillemets,
        ["be"] = Russian,
        ["bg"] = German,
        ["ca"] = Guillemets,
        ["ckb"] = Guillemets,
        ["cs"] = German,
        ["da"] = new("»", "«", "›", "‹"),
        ["de"] = German,
        ["el"] = Guillemets,
        ["es"] = Guillemets,
        ["et"] = German,
        ["eu"] = Guillemets,
        ["fa"] = Guillemets,
        ["fi"] = Swedish,
        ["fr"] = new("«\u202F", "\u202F»", "“", "”"),
        ["gl"] = Guillemets,
        ["he"] = new("”", "”", "’", "’"),
        ["hr"] = Polish,
        ["hu"] = new("„", "”", "»", "«"),
        ["hy"] = Guillemets,
        ["is"] = German,
        ["it"] = Guillemets,
        ["ja"] = Corner,
        ["ka"] = German,
        ["ku"] = Guillemets,
        ["lt"] = German,
        ["lv"] = German,
        ["mk"] = German,
        ["nb"] = new("«", "»", "‘", "’"),
        ["nn"] = new("«", "»", "‘", "’"),
        ["no"] = new("«", "»", "‘", "’"),
        ["pl"] = Polish,
        ["ps"] = Guillemets,
        ["pt"] = new("“", "”", "‘", "’"),
        ["ro"] = new("„", "”", "«", "»"),
        ["ru"] = Russian,
        ["sk"] = German,
        ["sl"] = German,
        ["sq"] = Guillemets,
        ["sr"] = Polish,
        ["sv"] = Swedish,
        ["uk"] = Russian,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static QuotationMarks Of(Language language) =>
        language.Tag switch
        {
            "de-CH" or "fr-CH" or "it-CH" => new("«", "»", "‹", "›"),
            "pt-PT" => Guillemets,
            "zh-Hant" or "zh-TW" or "zh-HK" => Corner,
            _ => ByLanguage.GetValueOrDefault(language.Primary, English),
        };
}
