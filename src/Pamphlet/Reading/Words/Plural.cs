using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>A phrase in the forms that a number may ask for; a language gives those that its rule uses.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Plural
{
    public Phrase? Zero { get; init; }

    public Phrase? One { get; init; }

    public Phrase? Two { get; init; }

    public Phrase? Few { get; init; }

    public Phrase? Many { get; init; }

    public required Phrase Other { get; init; }

    public Phrase For(PluralRule rule, long count) => Form(rule.FormFor(count)) ?? Other;

    public Phrase? Form(PluralForm form) =>
        form switch
        {
            PluralForm.Zero => Zero,
            PluralForm.One => One,
            PluralForm.Two => Two,
            PluralForm.Few => Few,
            PluralForm.Many => Many,
            _ => Other,
        };
}
