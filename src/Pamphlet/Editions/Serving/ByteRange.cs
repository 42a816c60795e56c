using System.Runtime.InteropServices;
using System.Text;

namespace Pamphlet.Editions.Serving;

/// <summary>Bytes of a file, both ends included, as <c>Content-Range</c> counts them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteRange(int First, int Last)
{
    // More are no reader's wish: they make a server send one file many times over.
    private const int Most = 8;

    public int Length => Last - First + 1;

    /// <summary>Reads a <c>Range</c> header for a file of so many bytes.</summary>
    /// <returns>
    /// Null: ignore it and send all, for it is malformed, of another unit, or asks for more parts or bytes than there are.
    /// Empty: no part of it lies in the file (416).
    /// </returns>
    public static IReadOnlyList<ByteRange>? Parse(ReadOnlySpan<char> header, int length)
    {
        const string Unit = "bytes=";
        if (!header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var ranges = new List<ByteRange>();
        var asked = 0;
        foreach (var part in header[Unit.Length..].Split(','))
        {
            var spec = header[Unit.Length..][part].Trim(" \t");
            if (spec.IsEmpty)
            {
                continue;
            }

            if (++asked > Most || !TryParse(spec, length, out var range))
            {
                return null;
            }

            if (range is { } inside)
            {
                ranges.Add(inside);
            }
        }

        var isTooMuch = ranges.Sum(range => (long)range.Length) > length;
        return asked == 0 || isTooMuch ? null : ranges;
    }

    /// <summary><c>bytes 0-499/1234</c></summary>
    public string ContentRange(int length) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bytes {First}-{Last}/{length}");

    private static bool TryParse(ReadOnlySpan<char> spec, int length, out ByteRange? range)
    {
        range = null;
        var dash = spec.IndexOf('-');
        if (dash < 0)
        {
            return false;
        }

        var from = spec[..dash];
        var to = spec[(dash + 1)..];
        if (from.IsEmpty)
        {
            if (!TryDigits(to, out var last))
            {
                return false;
            }

            range = last == 0 || length == 0 ? null : new ByteRange((int)Math.Max(0, length - last), length - 1);
            return true;
        }

        var end = long.MaxValue;
        if (!TryDigits(from, out var first) || (!to.IsEmpty && !TryDigits(to, out end)) || end < first)
        {
            return false;
        }

        range = first >= length ? null : new ByteRange((int)first, (int)Math.Min(end, length - 1));
        return true;
    }

    // Digits only, of any number: a file of more than 2^63 bytes was asked for, and there is none.
    private static bool TryDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        value = long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : long.MaxValue;
        return true;
    }
}
