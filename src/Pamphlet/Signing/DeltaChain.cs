using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>What changed over several editions, out of what changed in each.</summary>
internal static class DeltaChain
{
    /// <returns>Null: a step of the way is not kept any more.</returns>
    public static EditionDelta? Between(LogFolder files, long from, long to)
    {
        var steps = files.Deltas().ToLookup(step => step.To, step => step.From);
        var way = new Stack<(long From, long To)>();
        for (var at = to; at != from; at = way.Peek().From)
        {
            var earlier = steps[at].Where(before => before >= from && before < at).ToArray();
            if (earlier.Length == 0)
            {
                return null;
            }

            way.Push((earlier.Max(), at));
        }

        var first = new Dictionary<SitePath, ManifestLine?>();
        var last = new Dictionary<SitePath, ManifestLine?>();
        foreach (var (before, after) in way)
        {
            if (
                !File.Exists(files.Delta(before, after))
                || !EditionDelta.TryParse(File.ReadAllBytes(files.Delta(before, after)), out var step)
            )
            {
                return null;
            }

            Add(step, first, last);
        }

        var changed = first.Where(path => path.Value?.Hash != last[path.Key]?.Hash).Select(path => path.Key).ToList();
        changed.Sort();
        return new EditionDelta(
            [.. changed.Select(path => first[path]).OfType<ManifestLine>()],
            [.. changed.Select(path => last[path]).OfType<ManifestLine>()]
        );
    }

    private static void Add(
        EditionDelta step,
        Dictionary<SitePath, ManifestLine?> first,
        Dictionary<SitePath, ManifestLine?> last
    )
    {
        foreach (var line in step.Removed)
        {
            first.TryAdd(line.Path, line);
            last[line.Path] = null;
        }

        foreach (var line in step.Added)
        {
            first.TryAdd(line.Path, null);
            last[line.Path] = line;
        }
    }
}
