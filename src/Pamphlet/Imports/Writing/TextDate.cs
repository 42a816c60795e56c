using System.Globalization;
using System.Text.RegularExpressions;
using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Writing;

/// <summary>When a text appeared, where its export can be believed.</summary>
internal static partial class TextDate
{
    // 1900-01-01 and 0001-01-01 are what programs write that had no date.
    private static readonly DateTimeOffset Earliest = new(1900, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>Null where nothing tells.</returns>
    public static DateTimeOffset? Of(SourceEntry text) =>
        Believed(text.Published) ?? Believed(text.Updated) ?? MonthIn(text.Address);

    /// <summary>Whether the date is not the one that the export gives for it.</summary>
    public static bool IsGuessed(SourceEntry text) => Believed(text.Published) is null;

    /// <summary>The moment, or null for one that only a fault can have written.</summary>
    public static DateTimeOffset? Believed(DateTimeOffset? moment) =>
        moment >= Earliest && moment < Latest ? moment : null;

    private static DateTimeOffset? MonthIn(string? address)
    {
        var match = Month().Match(address ?? "");
        return match.Success
            ? DateTimeOffset.ParseExact(
                match.Groups["month"].Value,
                "yyyy/MM",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            )
            : null;
    }

    [GeneratedRegex(
        "/(?<month>(19|20)[0-9]{2}/(0[1-9]|1[0-2]))/",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Month();
}
