using System.Text;

namespace Pamphlet.Editions.Serving;

/// <summary>The lines of <c>edition/addresses.txt</c>, searched where they lie: they are sorted by their bytes.</summary>
internal static class AddressLines
{
    private static readonly (string Prefix, int Status)[] Answers = [("410 ", 410), ("301 ", 301), ("200 ", 200)];

    /// <param name="from">As the file writes it: with a slash before it, percent-encoded.</param>
    /// <param name="to">The file that answers, percent-encoded, without a slash before it; it may end with a fragment.</param>
    /// <returns>301, 200 or 410; 0: no such address.</returns>
    public static int Find(ReadOnlySpan<byte> lines, string from, out string to)
    {
        foreach (var (prefix, status) in Answers)
        {
            var wanted = Encoding.UTF8.GetBytes($"{prefix}{from} ");
            var at = FirstNotBefore(lines, wanted);
            if (lines[at..].StartsWith(wanted))
            {
                var rest = lines[(at + wanted.Length)..];
                var end = rest.IndexOf((byte)'\n');
                to = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
                return status;
            }
        }

        to = "";
        return 0;
    }

    // Where the first line that is not less than the wanted bytes begins.
    private static int FirstNotBefore(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> wanted)
    {
        var (low, high) = (0, lines.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = lines[low..middle].LastIndexOf((byte)'\n') is var before && before < 0 ? low : low + before + 1;
            var length = lines[start..].IndexOf((byte)'\n');
            var end = length < 0 ? lines.Length : start + length + 1;
            if (lines[start..end].SequenceCompareTo(wanted) < 0)
            {
                low = end;
            }
            else
            {
                high = start;
            }
        }

        return low;
    }
}
