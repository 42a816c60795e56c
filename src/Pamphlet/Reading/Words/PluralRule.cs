using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>How a language counts (the families of Unicode's CLDR, for whole numbers).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PluralRule>))]
internal enum PluralRule
{
    /// <summary>One form for all: Vietnamese, Chinese, Japanese, Thai, Indonesian.</summary>
    Other,

    /// <summary>1 apart from the rest: English, German, Spanish, Turkish.</summary>
    OneOther,

    /// <summary>0 and 1 apart from the rest: Persian, Hindi, French.</summary>
    ZeroOneOther,

    /// <summary>Russian, Ukrainian, Serbian.</summary>
    EastSlavic,

    Polish,

    Arabic,
}

internal enum PluralForm
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

internal static class PluralRules
{
    /// <summary>The forms that a file of this rule must give.</summary>
    public static IReadOnlyList<PluralForm> Forms(this PluralRule rule) =>
        rule switch
        {
            PluralRule.Other => [PluralForm.Other],
            PluralRule.OneOther or PluralRule.ZeroOneOther => [PluralForm.One, PluralForm.Other],
            PluralRule.EastSlavic or PluralRule.Polish => [PluralForm.One, PluralForm.Few, PluralForm.Many],
            PluralRule.Arabic => Enum.GetValues<PluralForm>(),
            _ => throw new InvalidOperationException($"No plural rule {rule}."),
        };

    public static PluralForm FormFor(this PluralRule rule, long count)
    {
        var tens = count % 100;
        var ones = count % 10;
        return rule switch
        {
            PluralRule.OneOther when count == 1 => PluralForm.One,
            PluralRule.ZeroOneOther when count is 0 or 1 => PluralForm.One,
            PluralRule.EastSlavic when ones == 1 && tens != 11 => PluralForm.One,
            PluralRule.Polish when count == 1 => PluralForm.One,
            PluralRule.EastSlavic or PluralRule.Polish when ones is >= 2 and <= 4 && tens is < 12 or > 14 =>
                PluralForm.Few,
            PluralRule.EastSlavic or PluralRule.Polish => PluralForm.Many,
            PluralRule.Arabic when count is >= 0 and <= 2 => (PluralForm)count,
            PluralRule.Arabic when tens is >= 3 and <= 10 => PluralForm.Few,
            PluralRule.Arabic when tens >= 11 => PluralForm.Many,
            _ => PluralForm.Other,
        };
    }
}
