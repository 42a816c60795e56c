using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pamphlet.Storage;

/// <summary>
/// Moments are whole Unix seconds in both databases, in UTC: they sort alike, and an editor's time zone, which tells where
/// an editor is, is never stored.
/// </summary>
internal sealed class MomentConverter()
    : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeSeconds(),
        seconds => DateTimeOffset.FromUnixTimeSeconds(seconds)
    );

internal sealed class DayConverter()
    : ValueConverter<DateOnly, int>(day => day.DayNumber, number => DateOnly.FromDayNumber(number));
