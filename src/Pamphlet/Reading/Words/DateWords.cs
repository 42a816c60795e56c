using System.Globalization;
using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>How a language says a day. Never in figures alone: 03/04 is March to one reader and April to another.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DateWords
{
    private static readonly PersianCalendar SolarHijri = new();

    public Reckoning Calendar { get; init; }

    /// <summary>January to December, as they stand within a date.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>The twelve months of <see cref="Calendar"/> where it is not the Gregorian.</summary>
    public IReadOnlyList<string>? CalendarMonths { get; init; }

    /// <summary>A whole date from <c>{day}</c>, <c>{month}</c> and <c>{year}</c>.</summary>
    public required Phrase Day { get; init; }

    /// <summary>A heading from <c>{month}</c> and <c>{year}</c>.</summary>
    public required Phrase Month { get; init; }

    public string Write(DateOnly day, Phrasebook words)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        return Calendar == Reckoning.SolarHijri
            ? Fill(SolarHijri.GetDayOfMonth(noon), MonthOfIran(noon), SolarHijri.GetYear(noon), words)
            : Fill(day.Day, Months[day.Month - 1], day.Year, words);
    }

    /// <summary>A month of the archive. It is always a Gregorian one, for the site's addresses (<c>2019/05/</c>) are.</summary>
    public string WriteMonth(int year, int month, Phrasebook words)
    {
        var name = Months[month - 1];
        return Month.With("month", char.ToUpperInvariant(name[0]) + name[1..], "year", words.Figure(year));
    }

    private string MonthOfIran(DateTime noon) =>
        (CalendarMonths ?? throw new InvalidOperationException("No months of the calendar."))[
            SolarHijri.GetMonth(noon) - 1
        ];

    private string Fill(int day, string month, int year, Phrasebook words) =>
        new Phrase(Day.With("day", words.Figure(day), "month", month)).With("year", words.Figure(year));
}

[JsonConverter(typeof(JsonStringEnumConverter<Reckoning>))]
internal enum Reckoning
{
    Gregorian,

    /// <summary>The calendar of Iran and Afghanistan.</summary>
    SolarHijri,
}
