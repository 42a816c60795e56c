using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Reading;

/// <summary>The paper's one style sheet: its look's files of <c>Assets/</c>, in order, without what only we read.</summary>
internal static partial class Style
{
    private static readonly ConcurrentDictionary<string, string> Sheets = new(StringComparer.Ordinal);

    /// <summary>As the program brings it.</summary>
    public static string Text { get; } = Of(Theme.Plain);

    /// <summary>With a paper's own colours and letters in it, and its own rules at the end.</summary>
    public static string Of(Theme theme)
    {
        var sheets = string.Concat(theme.Look.Sheets.Select(sheet => Sheets.GetOrAdd(sheet, Read)));
        return $"{theme.Day}@media (prefers-color-scheme: dark) {{\n{theme.Night}}}\n{sheets}{theme.Letters}{theme.Own}";
    }

    private static string Read(string part)
    {
        using var stream =
            typeof(Style).Assembly.GetManifestResourceStream($"Pamphlet.Reading.Assets.{part}.css")
            ?? throw new InvalidOperationException($"The program was built without a part of its style: {part}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Indents().Replace(Comments().Replace(reader.ReadToEnd(), ""), "");
    }

    [GeneratedRegex(@"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^\s+|\n(?=\n)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indents();
}
