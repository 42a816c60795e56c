using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>What changed from one edition to another: manifest lines with <c>-</c> or <c>+</c> before them.</summary>
/// <remarks>It needs no signature: whoever applies it gets a manifest, and that is signed.</remarks>
/// <param name="Removed">Lines of the old edition that the new one has not; sorted by path.</param>
/// <param name="Added">Lines of the new edition that the old one had not; sorted by path.</param>
public sealed record EditionDelta(IReadOnlyList<ManifestLine> Removed, IReadOnlyList<ManifestLine> Added)
{
    /// <summary>Compares two manifests.</summary>
    public static EditionDelta Between(EditionManifest old, EditionManifest now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        return Between(old.Lines, now.Lines);
    }

    /// <summary>Compares lists of lines that are sorted by path.</summary>
    public static EditionDelta Between(IEnumerable<ManifestLine> old, IEnumerable<ManifestLine> now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var (removed, added) = (new List<ManifestLine>(), new List<ManifestLine>());
        using var left = old.GetEnumerator();
        using var right = now.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            var order =
                !hasLeft ? 1
                : !hasRight ? -1
                : left.Current.Path.CompareTo(right.Current.Path);
            if (order < 0 || (order == 0 && left.Current.Hash != right.Current.Hash))
            {
                removed.Add(left.Current);
            }

            if (order > 0 || (order == 0 && left.Current.Hash != right.Current.Hash))
            {
                added.Add(right.Current);
            }

            hasLeft = order <= 0 ? left.MoveNext() : hasLeft;
            hasRight = order >= 0 ? right.MoveNext() : hasRight;
        }

        return new EditionDelta(removed, added);
    }

    /// <summary>Reads a delta that a stranger sent.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out EditionDelta? delta)
    {
        delta = null;
        var (removed, added) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 1 || bytes[0] is not ((byte)'-' or (byte)'+'))
            {
                return false;
            }

            (bytes[0] == '-' ? removed : added).Write(bytes[1..(end + 1)]);
            bytes = bytes[(end + 1)..];
        }

        if (
            !EditionManifest.TryParse(removed.WrittenSpan, out var less, out _)
            || !EditionManifest.TryParse(added.WrittenSpan, out var more, out _)
        )
        {
            return false;
        }

        delta = new EditionDelta(less.Lines, more.Lines);
        return true;
    }

    /// <summary>Makes the new manifest of the old one.</summary>
    /// <returns>False: a line that should go is not there, or what comes out is no manifest.</returns>
    public bool TryApply(EditionManifest old, [NotNullWhen(true)] out EditionManifest? now)
    {
        ArgumentNullException.ThrowIfNull(old);
        now = null;
        var leaving = Removed.ToHashSet();
        var staying = old.Lines.Where(line => !leaving.Remove(line)).ToList();
        return leaving.Count == 0 && EditionManifest.TryList(staying.Concat(Added), out now, out _);
    }

    /// <summary>The delta's bytes: by path, a removed line before the one that takes its place.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        var (r, a) = (0, 0);
        while (r < Removed.Count || a < Added.Count)
        {
            var isRemoved = a == Added.Count || (r < Removed.Count && Removed[r].Path.CompareTo(Added[a].Path) <= 0);
            output.Write(isRemoved ? "-"u8 : "+"u8);
            (isRemoved ? Removed[r++] : Added[a++]).WriteTo(output);
        }

        return output.WrittenSpan.ToArray();
    }
}
