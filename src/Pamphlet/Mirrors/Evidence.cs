using System.Text;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>Signed heads that contradict each other: whoever sees both knows that the key lied, whoever tells the story.</summary>
internal sealed class Evidence(string folder)
{
    /// <summary>Enough to prove it; more would let a forger fill the disk.</summary>
    private const int Most = 100;

    public IReadOnlyList<string> All() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)] : [];

    /// <summary>Keeps the head that was held and the one that came, word for word.</summary>
    public void Keep(FollowFinding finding, SignedNote? held, SignedNote came)
    {
        var text = $"{finding}\n\nheld:\n{held}\ncame:\n{came}";
        var name = ContentHash.Of(Encoding.UTF8.GetBytes(text)).ToString()[..16];
        if (All().Count < Most)
        {
            GrowingFile.Replace(Path.Combine(folder, $"{finding}-{name}.txt"), Encoding.UTF8.GetBytes(text));
        }
    }
}
