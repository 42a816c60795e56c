using System.Text.RegularExpressions;

namespace Pamphlet.Rendering;

/// <summary>
/// Puts a link in the place of each picture. It reads what our own printer wrote and nothing else: there no value holds a
/// bracket that is not encoded.
/// </summary>
internal static partial class PicturesAsLinks
{
    public static string In(string html, string word)
    {
        var isInLink = false;
        return Pieces()
            .Replace(
                html,
                piece =>
                {
                    if (piece.Groups["src"] is not { Success: true } source)
                    {
                        isInLink = piece.Value[1] == 'a';
                        return piece.Value;
                    }

                    var words = piece.Groups["alt"].Length > 0 ? piece.Groups["alt"].Value : word;
                    return isInLink ? $"[{words}]" : $"<a class=\"picture\" href=\"{source}\">[{words}]</a>";
                }
            );
    }

    // A link, its end, or a picture with all its sizes.
    [GeneratedRegex(
        "<a[ >]|</a>|(<picture>(<source [^>]*>)*)?<img src=\"(?<src>[^\"]*)\"[^>]*? alt=\"(?<alt>[^\"]*)\"[^>]*>(</picture>)?",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Pieces();
}
