using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters;

/// <summary>The signed list of keys to which readers seal: public, in one file, read once and kept in memory.</summary>
internal sealed class PublishedKeys
{
    private readonly string path;
    private EpochKeys? now;

    public PublishedKeys(string folder)
    {
        path = Path.Combine(folder, "epochs");
        now = File.Exists(path) && EpochKeys.TryRead(File.ReadAllBytes(path), out var read) ? read : null;
    }

    /// <returns>Null: there are none, and nobody can write.</returns>
    public EpochKeys? Read() => Volatile.Read(ref now);

    /// <summary>The key for a letter that is written today, or null: there is none any more, and nobody can write.</summary>
    public EpochKey? For(DateOnly today) => Read()?.At(today) is { } key && key.From.AddDays(7) > today ? key : null;

    /// <param name="keys">Null: the file is overwritten.</param>
    public void Write(EpochKeys? keys)
    {
        if (keys is not null)
        {
            SealedFile.Write(path, keys.Text.Span);
        }
        else if (File.Exists(path))
        {
            Durable.Destroy(path);
        }

        Volatile.Write(ref now, keys);
    }
}
