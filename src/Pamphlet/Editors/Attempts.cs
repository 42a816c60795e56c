using System.Security.Cryptography;
using System.Text;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>
/// How often somebody may try. A browser that was let in before has tries of its own; all others share some for each name.
/// So a stranger who tries through a name hinders other strangers, and never the editor at their own machine.
/// </summary>
/// <remarks>In memory: a list of tries is a list of who came when. A restart forgives.</remarks>
internal sealed class Attempts(TimeProvider time)
{
    // 8,640 tries a day on a name: 2^36 of them, the least that a passphrase must take, would need 20,000 years.
    private static readonly TimeSpan Passphrases = TimeSpan.FromSeconds(10);

    // Three in a million codes are good at any moment: whoever has read the passphrase would find one in six years.
    private static readonly TimeSpan Codes = TimeSpan.FromMinutes(10);

    // Strangers have a table of their own: whoever fills it with names takes no try of an editor's.
    private readonly TryTable strangers = new(Passphrases);
    private readonly TryTable editors = new(Passphrases);
    private readonly TryTable codes = new(Codes);

    /// <summary>Takes one try of somebody who was let in, or in a browser that was.</summary>
    /// <returns>False: none is left for now.</returns>
    public bool Take(string key) => editors.Take(key, time.GetUtcNow());

    /// <summary>Takes one try of whoever types this name.</summary>
    /// <returns>False: none is left for now.</returns>
    public bool TakeOfStranger(string name) => strangers.Take(name, time.GetUtcNow());

    /// <summary>Takes one try at the code that follows a right passphrase.</summary>
    /// <returns>False: none is left for now.</returns>
    public bool TakeCode(string key) => codes.Take(key, time.GetUtcNow());

    /// <summary>The code was right: it does not count.</summary>
    public void GiveCodeBack(string key) => codes.GiveBack(key);
}

/// <summary>
/// Tries by key, in a room that never grows and is never emptied: whoever brings names without end neither fills the memory nor
/// washes their own tries away. Two keys share a place once in thousands, and nobody outside can tell which.
/// </summary>
internal sealed class TryTable(TimeSpan oneMoreAfter)
{
    private const int Most = 20;
    private const int Places = 1 << 15;

    private readonly byte[] chance = RandomNumberGenerator.GetBytes(32);
    private readonly (byte Spent, DateTimeOffset Since)[] places = new (byte, DateTimeOffset)[Places];
    private readonly Lock turn = new();

    /// <returns>False: none is left for now.</returns>
    public bool Take(string key, DateTimeOffset now)
    {
        lock (turn)
        {
            ref var place = ref places[PlaceOf(key)];
            var regained = place.Spent == 0 ? 0 : Math.Min(place.Spent, (long)((now - place.Since) / oneMoreAfter));
            if (regained > 0 || place.Spent == 0)
            {
                place = ((byte)(place.Spent - regained), now);
            }

            if (place.Spent >= Most)
            {
                return false;
            }

            place.Spent++;
            return true;
        }
    }

    public void GiveBack(string key)
    {
        lock (turn)
        {
            ref var place = ref places[PlaceOf(key)];
            place.Spent = (byte)Math.Max(0, place.Spent - 1);
        }
    }

    private int PlaceOf(string key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(chance, Encoding.UTF8.GetBytes(key), hash);
        return BitConverter.ToUInt16(hash) % Places;
    }
}

/// <summary>Which browsers let which editor in since the program started. The browser forgets when it closes, we when we end.</summary>
internal sealed class KnownBrowsers
{
    private const int Most = 1000;

    private readonly LatestOnes<EditorId> known = new(Most);

    public void Remember(string door, EditorId editor) => known.Keep(door, editor);

    public bool Knows(string? door, EditorId editor) =>
        door is not null && known.TryGet(door, out var before) && before == editor;
}
