using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Reading;

/// <summary>The paper's one style sheet: the files of <c>Assets/</c>, in order, without what only we read.</summary>
internal static partial class Style
{
    // Later files refine earlier ones; paper comes last, for it takes most away.
    private static readonly string[] Parts =
    [
        "colours",
        "sheet",
        "masthead",
        "facts",
        "text",
        "quotations",
        "tables",
        "notes",
        "after",
        "discussion",
        "lists",
        "copies",
        "forms",
        "print",
    ];

    /// <summary>For the one page that may load nothing.</summary>
    public static string Text { get; } = string.Concat(Parts.Select(Read));

    public static ReadOnlyMemory<byte> Bytes { get; } = Encoding.UTF8.GetBytes(Text);

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
