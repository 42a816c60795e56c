namespace Pamphlet.Seal.Tests.Age;

/// <summary>Small damage, the same in every run: bytes changed, taken out, doubled, cut.</summary>
internal sealed class Mutation(ulong seed)
{
    private ulong state = seed;

    public byte[] Change(byte[] file)
    {
        var changed = file.ToList();
        for (var times = 1 + Next(4); times > 0; times--)
        {
            var at = Next(changed.Count + 1);
            switch (Next(6))
            {
                case 0 when at < changed.Count:
                    changed[at] ^= (byte)(1 << Next(8));
                    break;
                case 1 when at < changed.Count:
                    changed.RemoveRange(at, Math.Min(1 + Next(70), changed.Count - at));
                    break;
                case 2:
                    changed.InsertRange(at, changed.GetRange(at, Math.Min(Next(100), changed.Count - at)));
                    break;
                case 3:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                case 4:
                    changed.Insert(at, (byte)"-> \n=A0\r"[Next(8)]);
                    break;
                default:
                    changed.Insert(at, (byte)Next(256));
                    break;
            }
        }

        return [.. changed];
    }

    // SplitMix64: chance that can be repeated.
    private int Next(int below)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
        }
    }
}
