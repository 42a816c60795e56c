namespace Pamphlet.Editions;

/// <summary>How often each page was read since the last renewal: a number in memory a page, and nothing about anybody.</summary>
/// <remarks>It is never written anywhere; a restart forgets it. Any number of threads may count; none waits.</remarks>
internal sealed class PopularCount
{
    // A power of two. Pages beyond it are not counted, which harms nobody.
    private const int Slots = 1 << 18;
    private const int Tries = 16;
    private readonly ulong[] pages = new ulong[Slots];
    private readonly int[] counts = new int[Slots];

    /// <param name="page">The hash of its path.</param>
    public void Seen(ulong page)
    {
        var slot = Find(page, take: true);
        if (slot >= 0)
        {
            Interlocked.Increment(ref counts[slot]);
        }
    }

    public int Of(ulong page)
    {
        var slot = Find(page, take: false);
        return slot < 0 ? 0 : Volatile.Read(ref counts[slot]);
    }

    /// <summary>Begins anew. What is counted at the same moment may be lost.</summary>
    public void Forget()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            if (Volatile.Read(ref pages[slot]) != 0)
            {
                Interlocked.Exchange(ref counts[slot], 0);
            }
        }
    }

    private int Find(ulong page, bool take)
    {
        var name = page == 0 ? 1 : page;
        for (var i = 0; i < Tries; i++)
        {
            var slot = (int)((name + (uint)i) & (Slots - 1));
            var seen = Volatile.Read(ref pages[slot]);
            if (seen == 0 && take)
            {
                seen = Interlocked.CompareExchange(ref pages[slot], name, 0);
                seen = seen == 0 ? name : seen;
            }

            if (seen == name)
            {
                return slot;
            }

            if (seen == 0)
            {
                return -1;
            }
        }

        return -1;
    }
}
