using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>Hashes in base64, one a line, as every C2SP proof writes them.</summary>
internal static class HashLines
{
    public static string Print(IEnumerable<ContentHash> hashes) =>
        string.Concat(hashes.Select(hash => $"{SixBits.Of(hash)}\n"));

    public static bool TryParse(ReadOnlySpan<string> lines, [NotNullWhen(true)] out List<ContentHash>? hashes)
    {
        var read = new List<ContentHash>(lines.Length);
        hashes = null;
        foreach (var line in lines)
        {
            if (!SixBits.TryDecodeHash(line, out var hash))
            {
                return false;
            }

            read.Add(hash);
        }

        hashes = read;
        return true;
    }
}
