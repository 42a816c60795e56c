using System.Globalization;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Entries;

/// <summary>The small words of an entry, whichever system wrote them.</summary>
internal static class EntryWords
{
    /// <summary>It becomes part of an address and of an anchor.</summary>
    public static string SafeNumber(string number) =>
        new([.. number.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(64)]);

    public static string OneLine(string text) =>
        string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Null for what is no moment; one without a zone is taken for UTC.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    /// <summary>A name that is an e-mail address, or a part of one, is nobody's to print.</summary>
    public static string PrintableName(string name)
    {
        var line = OneLine(name);
        return line.Contains('@', StringComparison.Ordinal) && line.Contains('.', StringComparison.Ordinal) ? "" : line;
    }

    /// <summary>Titles of some systems hold HTML.</summary>
    public static string TitleOf(string html) =>
        OneLine(html.AsSpan().ContainsAny('<', '&') ? Writing.PlainWords.Of(html) : html);
}
