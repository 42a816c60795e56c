using Pamphlet.Reading.Addresses;

namespace Pamphlet.Editions;

/// <summary>What a file of an edition is, by its ending, as <c>edition/types.txt</c> lists it.</summary>
internal static class MediaType
{
    /// <summary>For a file whose ending nobody foresaw: a browser keeps it, and shows nothing.</summary>
    public const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByEnding = MediaTypes
        .All.ToDictionary(type => type.Ending, type => type.Type, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<char> path) =>
        ByEnding.TryGetValue(path[(path.LastIndexOf('.') + 1)..], out var type) ? type : Unknown;

    /// <summary>Whether compression pays: pictures are compressed already.</summary>
    public static bool IsText(ReadOnlySpan<char> path) => Of(path).EndsWith("charset=utf-8", StringComparison.Ordinal);
}
