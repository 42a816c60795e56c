using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>What the paper itself says to its readers, in one language: one file beside this one.</summary>
/// <remarks>
/// Another language is another file, <c>xx.json</c>, and nothing else. A file that holds an unknown word does not open; what it
/// lacks is said in English, but in the languages that must be whole (<see cref="Phrasebooks.Whole"/>). Months and figures are in the file and not asked of the system: two machines
/// must make the same bytes.
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Phrasebook
{
    /// <summary>The language's tag; the file is named by it.</summary>
    public required string Language { get; init; }

    public required PluralRule Plurals { get; init; }

    public required DateWords Dates { get; init; }

    public required NumberWords Numbers { get; init; }

    public required PageWords Page { get; init; }

    public required ListWords Lists { get; init; }

    public required TextWords Text { get; init; }

    public required CopyWords Copies { get; init; }

    public required DiscussionWords Discussion { get; init; }

    public required CommentingWords Commenting { get; init; }

    public required RequestWords Requests { get; init; }

    public required FormWords Forms { get; init; }

    public required LetterWords Letters { get; init; }

    public required SearchWords Search { get; init; }

    public required VerifyWords Verify { get; init; }

    public required AbsenceWords Absence { get; init; }

    [JsonIgnore]
    public bool IsRightToLeft => Rendering.Language.From(Language).IsRightToLeft;

    /// <summary>A whole number in the language's figures, grouped: 1,204 — 1.204 — ۱٬۲۰۴.</summary>
    public string Number(long number) => Numbers.Write(number, grouped: true);

    /// <summary>A number that names and does not count — a year, a page, a place: never grouped.</summary>
    public string Figure(long number) => Numbers.Write(number, grouped: false);

    /// <summary>The form for <paramref name="count"/>, with the number in it: «1 comment», «3 comments».</summary>
    public string Count(Plural plural, long count) => plural.For(Plurals, count).With("count", Number(count));

    /// <summary>«22 November 2026».</summary>
    public string Date(DateOnly day) => Dates.Write(day, this);

    /// <summary>«22 November 2026»; the day as it is in UTC, which is what the machine date beside it says.</summary>
    public string Date(DateTimeOffset moment) => Date(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary>What stands before the name at <paramref name="index"/> in «Mai Lan, Hoa and Bình».</summary>
    public string Separator(int index, int count) =>
        index == 0 ? ""
        : index < count - 1 ? Lists.Comma
        : Lists.And;
}
