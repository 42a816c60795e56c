using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Names of files, which tell of cameras, days and people; and folders that are called after their owner.</summary>
internal static partial class FileNames
{
    public static IEnumerable<Sighting> In(ReadLine line) =>
        File()
            .Matches(line.Text)
            .Where(match => !line.IsInAddress(match.Index) && !IsOfAPage(line, match.Index))
            .Concat(Folder().Matches(line.Text))
            .Select(match => new Sighting(FindingKind.FileName, match.Index, match.Length));

    // /2019/05/report.pdf is an address within the paper.
    private static bool IsOfAPage(ReadLine line, int start) => start > 0 && line.Text[start - 1] is '/';

    [GeneratedRegex(
        @"[\p{L}\p{M}\p{N}_\-.()]*[\p{L}\p{N})]\.(docx?|odt|rtf|pdf|pptx?|odp|xlsx?|ods|csv|jpe?g|png|heic|webp|tiff?|psd|raw|cr2|nef|mp4|mov|avi|mkv|m4a|mp3|wav|ogg|opus|zip|rar|7z|eml|vcf|kmz|gpx)\b",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex File();

    [GeneratedRegex(
        @"[A-Za-z]:\\(Users|Documents and Settings)\\[^\\\s""<>]+|/(home|Users)/[\p{L}\p{N}._\-]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Folder();
}
