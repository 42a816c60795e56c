using System.Text.Json;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>What a page looks like to a reader: see <c>facts.js</c>, which asks the browser. Lengths are CSS pixels.</summary>
/// <param name="Text">The visible words in their order, white space folded.</param>
/// <param name="Sideways">How far the page scrolls sideways.</param>
/// <param name="Lines">The characters on each full line of the long paragraphs.</param>
/// <param name="Clipped">Elements that hide part of what they hold.</param>
/// <param name="Faint">Words with less contrast than 7:1, or 4.5:1 in a link.</param>
/// <param name="Fixed">Elements that stay where they are while the page scrolls.</param>
internal sealed record PageFacts(
    string Text,
    IReadOnlyList<Block> Blocks,
    double Height,
    double Sideways,
    IReadOnlyList<string> StickingOut,
    IReadOnlyList<SetLines> Lines,
    IReadOnlyList<string> Clipped,
    IReadOnlyList<string> Faint,
    IReadOnlyList<SetText> Paragraphs,
    IReadOnlyList<SetText> Headings,
    IReadOnlyList<SetText> ProseLinks,
    IReadOnlyList<string> Fixed
)
{
    public static string Expression { get; } = Checkout.Read("tests/Pamphlet.Tests/Stories/Browsers/facts.js");

    public static PageFacts From(string json) =>
        JsonSerializer.Deserialize<PageFacts>(json, JsonSerializerOptions.Web)!;
}

internal sealed record Block(string Name, string Words, double Left, double Top, double Width, double Height);

internal sealed record SetLines(string Language, IReadOnlyList<int> Characters);

/// <param name="LineHeight">A multiple of the size.</param>
/// <param name="Indent">Of the first line.</param>
/// <param name="After">The space below; null where nothing follows.</param>
internal sealed record SetText(
    string Name,
    string Words,
    string Language,
    double Size,
    double LineHeight,
    string Align,
    double Indent,
    double? After,
    string Underline,
    string Family
);
