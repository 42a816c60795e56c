using NetVips;

namespace Pamphlet.Pictures.Receiving;

/// <summary>The library that decodes and encodes, set to be frugal. It is C: its memory is not the runtime's, and no limit of ours binds it.</summary>
internal static class Vips
{
    // One picture at a time: two of 100 million pixels would be twice the memory, and two cores serve readers meanwhile.
    private static readonly Lock OneAtATime = new();

    // The library's warnings go to the log of the whole program, and may one day quote a file. Held, for native code calls it.
    private static readonly Log.LogDelegate Silence = static (_, _, _) => { };
    private static bool isSet;

    public static T Run<T>(Func<T> work)
    {
        lock (OneAtATime)
        {
            if (!isSet)
            {
                // A cache would keep what was seen, and give it to the next picture.
                Cache.Max = 0;
                Cache.MaxMem = 0;
                NetVips.NetVips.Concurrency = 1;
                Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, Silence);

                // Loaders that parse scripts, run other programs or were never tried against an enemy.
                NetVips.NetVips.BlockUntrusted = true;
                isSet = true;
            }

            return work();
        }
    }
}
