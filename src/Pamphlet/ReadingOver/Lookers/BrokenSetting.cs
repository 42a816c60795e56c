using System.Text.RegularExpressions;
using Pamphlet.Rendering;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>
/// What readers would not get as it was written: a fence whose name nobody knows, HTML that is taken out, a picture from elsewhere
/// that becomes a link, and one of this paper's that is not there.
/// </summary>
internal static partial class BrokenSetting
{
    private const string OwnPicture = "picture:";

    public static IEnumerable<(ReadLine Line, Sighting Sighting)> In(IReadOnlyList<ReadLine> lines, TextToRead text)
    {
        var found = new List<(ReadLine Line, Sighting Sighting)>();
        foreach (var line in OutsideCode(lines))
        {
            if (Fence().Match(line.Text) is { Success: true } fence && !FenceName.IsKnown(fence.Groups["name"].Value))
            {
                var at = fence.Groups["colons"].Index;
                found.Add((line, new Sighting(FindingKind.UnknownFence, at, line.Text.TrimEnd().Length - at)));
            }

            found.AddRange(LostPictures(line, text.Has).Select(one => (line, one)));
        }

        found.AddRange(Dropped(lines, text.Markdown));
        return found;
    }

    /// <summary>Blocks of code show what stands in them.</summary>
    private static List<ReadLine> OutsideCode(IEnumerable<ReadLine> lines)
    {
        var (opened, outside) = ("", new List<ReadLine>());
        foreach (var line in lines.Where(line => line.Place == Place.Text))
        {
            var fence = Code().Match(line.Text).Groups["fence"].Value;
            if (opened.Length > 0)
            {
                opened = fence.StartsWith(opened, StringComparison.Ordinal) ? "" : opened;
            }
            else if (fence.Length > 0)
            {
                opened = fence;
            }
            else if (!line.Text.StartsWith("    ", StringComparison.Ordinal))
            {
                outside.Add(line);
            }
        }

        return outside;
    }

    private static IEnumerable<Sighting> LostPictures(ReadLine line, Func<string, bool> has) =>
        Pictures()
            .Matches(line.Text)
            .Concat(HtmlPictures().Matches(line.Text))
            .Where(picture =>
            {
                var address = picture.Groups["address"].Value;
                return !address.StartsWith(OwnPicture, StringComparison.Ordinal) || !has(address[OwnPicture.Length..]);
            })
            .Select(picture => new Sighting(
                FindingKind.LostPicture,
                picture.Index,
                picture.Length,
                picture.Groups["address"].Value
            ));

    // The renderer itself says what it took out; where that stood is looked for afterwards.
    private static IEnumerable<(ReadLine Line, Sighting Sighting)> Dropped(
        IReadOnlyList<ReadLine> lines,
        string markdown
    )
    {
        var inText = lines.Where(line => line.Place == Place.Text).ToList();
        if (!markdown.Contains('<', StringComparison.Ordinal))
        {
            return [];
        }

        var dropped = PostRenderer.Render(markdown, new RenderContext(Language.English, _ => null, _ => null)).Dropped;
        return dropped.Keys.Select(kind => Sight(inText, kind));
    }

    private static (ReadLine Line, Sighting Sighting) Sight(List<ReadLine> lines, string kind)
    {
        var (sought, says) =
            string.Equals(kind, PostRenderer.AsTyped, StringComparison.Ordinal) ? ("<", "<…>")
            : kind.StartsWith('@') ? (kind[1..], $"{kind[1..]}=")
            : kind.EndsWith(':') ? (kind, kind)
            : ($"<{kind}", $"<{kind}>");
        var line = lines.Find(line => line.Text.Contains(sought, StringComparison.OrdinalIgnoreCase)) ?? lines[0];
        var at = Math.Max(0, line.Text.IndexOf(sought, StringComparison.OrdinalIgnoreCase));
        var end = sought[0] == '<' ? line.Text.IndexOf('>', at) + 1 : at + sought.Length;
        end = end > at ? Math.Min(end, line.Text.Length) : line.Text.Length;
        return (line, new Sighting(FindingKind.DroppedHtml, at, end - at, says));
    }

    [GeneratedRegex(
        @"^[ >]*(?:[-*+]|\d+[.)])?[ ]*(?<colons>:{3,})[ \t]*(?<name>\S.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(?<fence>```+|~~~+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"!\[[^\]]*\]\(\s*<?(?<address>[^)\s>]+)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pictures();

    [GeneratedRegex(
        @"<img\s[^>]*?src\s*=\s*[""']?(?<address>[^""'\s>]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex HtmlPictures();
}
