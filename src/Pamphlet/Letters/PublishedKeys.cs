using System.Security.Cryptography;
using System.Text;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters;

/// <summary>The signed list of keys to which readers seal: public, in one file, read once and kept in memory.</summary>
internal sealed class PublishedKeys
{
    // Some years of lists, by their hashes.
    private const int MostReplaced = 1000;

    private readonly string path;
    private readonly string replacedPath;
    private EpochKeys? now;

    public PublishedKeys(string folder)
    {
        path = Path.Combine(folder, "epochs");
        replacedPath = Path.Combine(folder, "epochs-replaced");
        now = File.Exists(path) && EpochKeys.TryRead(File.ReadAllBytes(path), out var read) ? read : null;
    }

    /// <returns>Null: there are none, and nobody can write.</returns>
    public EpochKeys? Read() => Volatile.Read(ref now);

    /// <summary>The key for a letter that is written today, or null: there is none any more, and nobody can write.</summary>
    public EpochKey? For(DateOnly today) => For(Read(), today);

    /// <inheritdoc cref="For(DateOnly)"/>
    public static EpochKey? For(EpochKeys? keys, DateOnly today) =>
        keys?.At(today) is { } key && key.From.AddDays(7) > today ? key : null;

    /// <summary>
    /// Whether this list was published before and another took its place. It bears a good signature for ever: whoever pastes it
    /// again would bring keys back that somebody had seen.
    /// </summary>
    public bool WasReplaced(EpochKeys keys) =>
        Replaced().Contains(Convert.ToHexString(SHA256.HashData(keys.Text.Span)), StringComparer.Ordinal);

    /// <param name="keys">Null: the file is overwritten.</param>
    public void Write(EpochKeys? keys)
    {
        if (Read() is { } before && keys?.Text.Span.SequenceEqual(before.Text.Span) != true)
        {
            var hash = Convert.ToHexString(SHA256.HashData(before.Text.Span));
            var all = string.Join('\n', Replaced().Append(hash).TakeLast(MostReplaced));
            SealedFile.Write(replacedPath, Encoding.ASCII.GetBytes(all));
        }

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

    private string[] Replaced() => File.Exists(replacedPath) ? File.ReadAllText(replacedPath).Split('\n') : [];
}
