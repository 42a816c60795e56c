using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>Where a file of an edition lies, relative to its root: <c>2019/05/slug.html</c>.</summary>
/// <remarks>
/// <para>UTF-8 in NFC, at most 1,024 bytes; segments parted by <c>/</c>, none of them empty, <c>.</c> or <c>..</c>;
/// no control character and no <c>\</c>, so that <c>sha256sum</c> never escapes a line and no file system reads a path as another.</para>
/// <para>Ordered by UTF-8 bytes, as a manifest is.</para>
/// </remarks>
public sealed class SitePath : IEquatable<SitePath>, IComparable<SitePath>
{
    /// <summary>The longest path, in UTF-8 bytes.</summary>
    public const int MaxBytes = 1024;

    private SitePath(string value)
    {
        Value = value;
    }

    /// <summary>The path as text, without a leading slash.</summary>
    public string Value { get; }

    /// <summary>How many folders deep the file lies: 0 for <c>index.html</c>.</summary>
    public int Depth => Value.AsSpan().Count('/');

    /// <summary>The way from this file back to the root: <c>""</c>, <c>"../"</c>, <c>"../../"</c> …</summary>
    public string WayToRoot =>
        Depth switch
        {
            0 => "",
            1 => "../",
            2 => "../../",
            var deep => string.Concat(Enumerable.Repeat("../", deep)),
        };

    /// <summary>Takes a path that this program made.</summary>
    /// <exception cref="ArgumentException">Not a path: the caller's fault.</exception>
    public static SitePath From(string path) =>
        TryParse(path, out var parsed) ? parsed : throw new ArgumentException($"Not a site path: {path}", nameof(path));

    /// <summary>Reads a path that a stranger wrote.</summary>
    /// <returns>False for anything that is not exactly one path in its one spelling.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SitePath? path)
    {
        path = null;
        if (string.IsNullOrEmpty(text) || !IsOneSpelling(text) || text.AsSpan().Contains('\\'))
        {
            return false;
        }

        foreach (var character in text)
        {
            if (char.IsControl(character))
            {
                return false;
            }
        }

        foreach (var range in text.AsSpan().Split('/'))
        {
            if (text.AsSpan(range) is "" or "." or "..")
            {
                return false;
            }
        }

        path = new SitePath(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public bool Equals(SitePath? other) =>
        other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SitePath);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(SitePath? other)
    {
        if (other is null)
        {
            return 1;
        }

        // UTF-16 order differs from UTF-8 order only where surrogates meet the block above them.
        var left = Value.AsSpan();
        var right = other.Value.AsSpan();
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (a, b) = (left[common], right[common]);
        return char.IsSurrogate(a) != char.IsSurrogate(b) ? (char.IsSurrogate(a) ? 1 : -1) : a.CompareTo(b);
    }

    /// <summary>The same path.</summary>
    public static bool operator ==(SitePath? left, SitePath? right) => Equals(left, right);

    /// <summary>Not the same path.</summary>
    public static bool operator !=(SitePath? left, SitePath? right) => !Equals(left, right);

    /// <summary>UTF-8 byte order.</summary>
    public static bool operator <(SitePath left, SitePath right) => Comparer<SitePath>.Default.Compare(left, right) < 0;

    /// <summary>UTF-8 byte order.</summary>
    public static bool operator >(SitePath left, SitePath right) => Comparer<SitePath>.Default.Compare(left, right) > 0;

    /// <summary>UTF-8 byte order.</summary>
    public static bool operator <=(SitePath left, SitePath right) =>
        Comparer<SitePath>.Default.Compare(left, right) <= 0;

    /// <summary>UTF-8 byte order.</summary>
    public static bool operator >=(SitePath left, SitePath right) =>
        Comparer<SitePath>.Default.Compare(left, right) >= 0;

    private static bool IsOneSpelling(string text)
    {
        try
        {
            return Encoding.UTF8.GetByteCount(text) <= MaxBytes && text.IsNormalized(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form: whoever wrote it, it is no path.
            return false;
        }
    }
}
