using System.Globalization;
using System.Text.Json.Serialization;

namespace Pamphlet.Reading.Words;

/// <summary>What a copy that carries itself says of itself.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CopyWords
{
    public required string Contents { get; init; }

    /// <summary>Of which paper and edition it is a copy: <c>{paper}</c>, <c>{number}</c>.</summary>
    public required Phrase From { get; init; }

    public required string PassOn { get; init; }

    /// <summary>For readers who cannot see: what the book offers them.</summary>
    public required string Access { get; init; }

    /// <summary>Of the page that tells how to take the paper along, and of the link to it at the foot of every other.</summary>
    public required string Heading { get; init; }

    public required string Promise { get; init; }

    public required string Files { get; init; }

    public required string NoFiles { get; init; }

    /// <summary>Mirrors and sticks do not hold the files.</summary>
    public required string NotHere { get; init; }

    /// <summary>Behind a file's size: <c>{number}</c>.</summary>
    public required Phrase OfEdition { get; init; }

    /// <summary>By kind, in small letters: what it is called.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>By kind, in small letters: what it is good for.</summary>
    public required IReadOnlyDictionary<string, string> Uses { get; init; }

    /// <summary>The link under a text.</summary>
    public required string TakeText { get; init; }

    public required string OneText { get; init; }

    /// <summary>Where one is told about one text: how to print it.</summary>
    public required string Print { get; init; }

    /// <summary>The link back from there.</summary>
    public required string Back { get; init; }

    public required string Places { get; init; }

    public required string Onion { get; init; }

    /// <summary>Under a drawn code of an address.</summary>
    public required string Scan { get; init; }

    public required string Check { get; init; }

    public required string CheckHow { get; init; }

    public string NameOf(CopyKind kind) => Names[KeyOf(kind)];

    public string UseOf(CopyKind kind) => Uses[KeyOf(kind)];

    /// <summary>«12 kB»: in thousands, as phones count.</summary>
    public static string Size(long bytes) =>
        bytes < 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} kB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB");

    private static string KeyOf(CopyKind kind) =>
        kind switch
        {
            CopyKind.Zip => "zip",
            CopyKind.Epub => "epub",
            CopyKind.Pdf => "pdf",
            CopyKind.Booklet => "booklet",
            CopyKind.Torrent => "torrent",
            CopyKind.Zim => "zim",
            CopyKind.Html => "html",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
