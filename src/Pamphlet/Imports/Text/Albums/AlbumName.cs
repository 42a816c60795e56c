using System.Text.RegularExpressions;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Albums;

/// <summary>
/// File names as albums and addresses spell them. <c>Matt+Ball.JPG</c>, <c>Matt%2BBall.jpg</c>, <c>Matt_2BBall.jpg</c> and
/// <c>Matt Ball(1).jpg</c> are one name in four hands.
/// </summary>
internal static partial class AlbumName
{
    /// <summary>One spelling for all of these, or null for a name that says nothing: <c>image.png</c>, <c>1.jpg</c>.</summary>
    public static string? Of(string? fileName)
    {
        if (fileName is null)
        {
            return null;
        }

        var stem = StemOf(fileName);
        return stem.Length < 4 || Everybodys().IsMatch(stem) ? null : stem;
    }

    public static string StemOf(string fileName)
    {
        var name = CleanText.Of(fileName);
        var dot = name.LastIndexOf('.');
        name = dot > 0 ? name[..dot] : name;
        name = Uri.UnescapeDataString(name).ToLowerInvariant();
        name = Gaps().Replace(CopyNumber().Replace(name, ""), " ");
        return CleanText.Of(name).Trim();
    }

    public static bool IsPicture(string fileName) => PictureEnding().IsMatch(fileName);

    /// <summary>Beside <c>a.jpg</c> lies <c>a.jpg.json</c>; beside <c>a(1).jpg</c>, <c>a.jpg(1).json</c>.</summary>
    public static IEnumerable<string> SidecarsOf(string fileName)
    {
        yield return fileName + ".json";
        var copy = NumberedCopy().Match(fileName);
        if (copy.Success)
        {
            yield return $"{copy.Groups["stem"].Value}{copy.Groups["ending"].Value}{copy.Groups["number"].Value}.json";
        }
    }

    [GeneratedRegex(
        @"\.(jpe?g|png|gif|webp|avif)$",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex PictureEnding();

    [GeneratedRegex(
        @"^(?<stem>.+)(?<number>\([0-9]+\))(?<ending>\.[A-Za-z]+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex NumberedCopy();

    [GeneratedRegex(@"\([0-9]{1,4}\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CopyNumber();

    [GeneratedRegex(
        @"(%2b|%20|_2b|_20|[+_\s])+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Gaps();

    [GeneratedRegex(
        @"^(image|images|img|photo|photos|picture|pic|untitled|unnamed|blogger image|download|screenshot|scan|foto|hình|anh|ảnh|slide|capture|[a-z]{0,5} ?[0-9]{1,3})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Everybodys();
}
