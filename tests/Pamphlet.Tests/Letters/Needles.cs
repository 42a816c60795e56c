using System.Text;

namespace Pamphlet.Tests.Letters;

/// <summary>Words to be looked for in bytes: as they are, in the letters of .NET's memory, and as forms send them.</summary>
internal sealed class Needles
{
    private const int Window = 4 << 20;

    private readonly List<(string Word, byte[] Bytes)> needles;
    private readonly int longest;

    public Needles(IEnumerable<string> words)
    {
        needles = [.. words.SelectMany(Spellings)];
        longest = needles.Max(needle => needle.Bytes.Length);
    }

    /// <returns>How many bytes were read; 0: there are no more.</returns>
    public delegate int Reading(Span<byte> into);

    public IEnumerable<string> Words => needles.Select(needle => needle.Word).Distinct();

    /// <param name="found">Gets a word each time that a window holds it.</param>
    /// <returns>How many bytes were looked through.</returns>
    public long Look(Reading read, Action<string> found)
    {
        var held = new byte[Window + longest];
        var (kept, bytes) = (0, 0L);
        while (read(held.AsSpan(kept)) is > 0 and var count)
        {
            bytes += count;
            var seen = held.AsSpan(0, kept + count);
            foreach (var (word, spelling) in needles)
            {
                if (seen.IndexOf(spelling) >= 0)
                {
                    found(word);
                }
            }

            kept = Math.Min(longest, seen.Length);
            seen[^kept..].CopyTo(held);
        }

        return bytes;
    }

    private static IEnumerable<(string Word, byte[] Bytes)> Spellings(string word) =>
        new[]
        {
            Encoding.UTF8.GetBytes(word),
            Encoding.Unicode.GetBytes(word),
            Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)),
            Encoding.ASCII.GetBytes(Uri.EscapeDataString(word).Replace("%20", "+", StringComparison.Ordinal)),
        }
            .DistinctBy(Convert.ToHexString)
            .Select(bytes => (word, bytes));
}
