using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Defence;

/// <summary>Charikar's SimHash of a text: 64 bits that differ in few places where texts differ in few words.</summary>
internal static class Likeness
{
    private const int Words = 3;

    /// <summary>At most so many bits apart, two texts are one that somebody varied.</summary>
    private const int Near = 3;

    /// <returns>Null where there are too few words to compare.</returns>
    public static long? Of(string plain)
    {
        var words = SearchWords.Of(plain);
        if (words.Count < Words + 1)
        {
            return null;
        }

        // Not against anybody: any hash that spreads would do.
        Span<int> sums = stackalloc int[64];
        for (var i = 0; i + Words <= words.Count; i++)
        {
            var hash = BitConverter.ToUInt64(
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words.Skip(i).Take(Words))))
            );
            for (var bit = 0; bit < 64; bit++)
            {
                sums[bit] += ((hash >> bit) & 1) == 1 ? 1 : -1;
            }
        }

        var result = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            result |= sums[bit] > 0 ? 1UL << bit : 0;
        }

        return unchecked((long)result);
    }

    public static bool IsNear(long one, long other) => BitOperations.PopCount(unchecked((ulong)(one ^ other))) <= Near;
}
