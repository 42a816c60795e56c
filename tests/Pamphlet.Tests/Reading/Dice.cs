namespace Pamphlet.Tests.Reading;

/// <summary>Chance that can be repeated: the same seed gives the same throws on every machine (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }

    public bool Once(int outOf) => Below(outOf) == 0;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>Up to <paramref name="most"/>, each once.</summary>
    public List<T> Some<T>(IReadOnlyList<T> list, int most) =>
        [.. Enumerable.Range(0, Below(most + 1)).Select(_ => Of(list)).Distinct()];
}
