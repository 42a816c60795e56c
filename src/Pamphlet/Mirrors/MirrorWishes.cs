using System.Globalization;
using System.Text;
using Pamphlet.Seal;

namespace Pamphlet.Mirrors;

/// <summary>What an operator agreed to hold for another paper.</summary>
/// <param name="Source">Where the paper is, ending with a slash.</param>
/// <param name="Key">Its log's key; nothing signed with another is taken.</param>
internal sealed record MirrorWishes(Uri Source, VerifierKey Key)
{
    private const string Title = "pamphlet mirror 1";

    /// <summary>The largest single file, in bytes.</summary>
    public long MostFile { get; init; } = 64L << 20;

    /// <summary>All that is fetched for one edition, in bytes.</summary>
    public long MostBytes { get; init; } = 10L << 30;

    /// <summary>Files of an edition.</summary>
    public long MostFiles { get; init; } = 1_000_000;

    /// <summary>Whether pictures and sound are held too, or texts alone.</summary>
    public bool HasMedia { get; init; } = true;

    public static MirrorWishes? Parse(string text)
    {
        var words = text.Split('\n')
            .Select(line => line.Split(' ', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return
            text.StartsWith(Title, StringComparison.Ordinal)
            && Uri.TryCreate(words["source"].FirstOrDefault(), UriKind.Absolute, out var source)
            && VerifierKey.TryParse(words["key"].FirstOrDefault(), out var key)
            ? new MirrorWishes(source, key)
            {
                MostFile = Number(words["most-file"], 64L << 20),
                MostBytes = Number(words["most-bytes"], 10L << 30),
                MostFiles = Number(words["most-files"], 1_000_000),
                HasMedia = !words["media"].Contains("no", StringComparer.Ordinal),
            }
            : null;
    }

    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Title}\nsource {Source}\nkey {Key}\nmost-file {MostFile}\nmost-bytes {MostBytes}\nmost-files {MostFiles}\nmedia {(HasMedia ? "yes" : "no")}\n"
            )
        );

    private static long Number(IEnumerable<string> texts, long otherwise) =>
        long.TryParse(texts.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
