using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Pictures without words for whoever cannot see them, and the question whether somebody's face is in one.</summary>
internal static partial class PictureQuestions
{
    public static IEnumerable<Sighting> In(ReadLine line, IReadOnlySet<string> blurred)
    {
        var found = new List<Sighting>();
        foreach (Match picture in Picture().Matches(line.Text))
        {
            var name = picture.Groups["name"].Value;
            if (string.IsNullOrWhiteSpace(picture.Groups["words"].Value))
            {
                found.Add(new Sighting(FindingKind.PictureWithoutWords, picture.Index, picture.Length, name));
            }

            if (!blurred.Contains(name))
            {
                found.Add(new Sighting(FindingKind.FacesInPicture, picture.Index, picture.Length, name));
            }
        }

        return found;
    }

    [GeneratedRegex(
        @"!\[(?<words>[^\]]*)\]\(picture:(?<name>[0-9a-f]{16})",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Picture();
}
