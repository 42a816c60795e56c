using System.Globalization;

namespace Pamphlet.Tests.Reading;

/// <summary>One file of <c>Sample/</c>: lines <c>name: value</c>, an empty line, Markdown.</summary>
internal sealed class SampleText
{
    private readonly Dictionary<string, string> header;

    private SampleText(Dictionary<string, string> header, string markdown)
    {
        this.header = header;
        Markdown = markdown;
    }

    public string Markdown { get; }

    /// <summary>A line of the header that every text has.</summary>
    public string this[string name] => header[name];

    public DateTimeOffset Date =>
        new(DateTime.ParseExact(this["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(9), TimeSpan.Zero);

    public string Or(string name, string otherwise) => header.GetValueOrDefault(name, otherwise);

    public IEnumerable<string> Several(string name, char separator) =>
        Or(name, "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>All of them, oldest first.</summary>
    public static IReadOnlyList<SampleText> All() =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "Sample"), "*.txt")
                .Select(Read)
                .OrderBy(text => text.Date)
                .ThenBy(text => text["path"], StringComparer.Ordinal),
        ];

    private static SampleText Read(string file)
    {
        var parts = File.ReadAllText(file).Split("\n\n", 2);
        return new SampleText(
            parts[0]
                .Split('\n')
                .Select(line => line.Split(": ", 2))
                .ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal),
            parts[1]
        );
    }
}
