using System.Globalization;
using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>The editors' key sets, one file a version, all of them public. None: the log's key stands for itself.</summary>
internal sealed class KeySetFolder(string folder)
{
    /// <summary>Why a set is not taken up.</summary>
    internal enum Refusal
    {
        None,

        /// <summary>Not a key set.</summary>
        NoKeySet,

        /// <summary>Fewer of its own editors signed than it asks for.</summary>
        TooFewNew,

        /// <summary>It does not follow the one before: the version, the name, or too few of the old editors.</summary>
        DoesNotFollow,
    }

    /// <summary>Every version, oldest first.</summary>
    public IReadOnlyList<SignedKeySet> All() =>
        !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(folder, "*.txt")
                    .Order(StringComparer.Ordinal)
                    .Select(file => SignedKeySet.TryParse(File.ReadAllBytes(file), out var set) ? set : null)
                    .OfType<SignedKeySet>()
                    .OrderBy(set => set.Set.Version),
            ];

    public SignedKeySet? Newest() => All() is [.., var newest] ? newest : null;

    /// <summary>Takes up the first set, or the next.</summary>
    public Refusal Add(ReadOnlySpan<byte> note)
    {
        if (!SignedKeySet.TryParse(note, out var set))
        {
            return Refusal.NoKeySet;
        }

        if (!set.IsComplete)
        {
            return Refusal.TooFewNew;
        }

        if (Newest() is { } last ? !set.Follows(last) : set.Set.Version != 1)
        {
            return Refusal.DoesNotFollow;
        }

        GrowingFile.Replace(Path.Combine(folder, Name(set)), note);
        return Refusal.None;
    }

    /// <summary>As every edition carries them.</summary>
    public IEnumerable<KeyValuePair<SitePath, byte[]>> Files() =>
        All()
            .Select(set => new KeyValuePair<SitePath, byte[]>(
                SitePath.From($"edition/keys/{Name(set)}"),
                set.Note.ToBytes()
            ));

    private static string Name(SignedKeySet set) =>
        set.Set.Version.ToString("D4", CultureInfo.InvariantCulture) + ".txt";
}
