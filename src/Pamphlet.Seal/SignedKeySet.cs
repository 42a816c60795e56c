using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>A key set with its editors' signatures.</summary>
/// <remarks>The rule of succession is TUF's: enough of the old editors agree, and enough of the new ones.</remarks>
public sealed class SignedKeySet
{
    private SignedKeySet(SignedNote note, KeySet set, ContentHash hash)
    {
        (Note, Set, Hash) = (note, set, hash);
    }

    /// <summary>The text and its signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>What the text says.</summary>
    public KeySet Set { get; }

    /// <summary>SHA-256 of the note, signatures included: what a record names and a reader has on paper.</summary>
    public ContentHash Hash { get; }

    /// <summary>Whether enough of its own editors signed it.</summary>
    public bool IsComplete => Set.Signatures(Note) >= Set.Threshold;

    /// <summary>Reads a note that a stranger may have written; says nothing about who signed it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedKeySet? read)
    {
        read =
            SignedNote.TryParse(bytes, out var note) && KeySet.TryParse(note.Text, out var set)
                ? new SignedKeySet(note, set, ContentHash.Of(bytes))
                : null;
        return read is not null;
    }

    /// <summary>Whether this set lawfully follows another.</summary>
    public bool Follows(SignedKeySet old)
    {
        ArgumentNullException.ThrowIfNull(old);
        return IsComplete
            && string.Equals(Set.Name, old.Set.Name, StringComparison.Ordinal)
            && Set.Version == old.Set.Version + 1
            && old.Set.Signatures(Note) >= old.Set.Threshold;
    }

    /// <summary>Goes from a set that is believed, step by step, to the newest.</summary>
    /// <param name="sets">In any order; others between them are passed over.</param>
    /// <param name="believed">The hash of one of them.</param>
    /// <returns>Null: that one is not there, is not complete, or what comes after it does not follow.</returns>
    public static SignedKeySet? Newest(IReadOnlyList<SignedKeySet> sets, ContentHash believed)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var now = sets.FirstOrDefault(set => set.Hash == believed);
        if (now is null || !now.IsComplete)
        {
            return null;
        }

        while (sets.Where(set => set.Set.Version == now.Set.Version + 1).ToList() is { Count: > 0 } next)
        {
            now = next.Find(set => set.Follows(now));
            if (now is null)
            {
                return null;
            }
        }

        return now;
    }
}
