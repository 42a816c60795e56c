using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>Where a tile of a log lies (C2SP tlog-tiles): <c>tile/0/x001/234.p/7</c>, <c>tile/entries/000</c>.</summary>
/// <param name="Level">Counted in tiles from the leaves; null: a bundle of entries.</param>
/// <param name="Index">From the left.</param>
/// <param name="Width">Hashes or entries in it, 1 to 256.</param>
public sealed record LogTile(int? Level, long Index, int Width)
{
    /// <summary>The levels of subtrees in one tile.</summary>
    public const int Height = 8;

    /// <summary>The width of a full tile.</summary>
    public const int FullWidth = 1 << Height;

    private const int MostLevels = 63;

    /// <summary>Below the log's address.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder("tile/")
                .Append(Level?.ToString(CultureInfo.InvariantCulture) ?? "entries")
                .Append('/');
            var groups = new Stack<long>();
            var rest = Index;
            do
            {
                groups.Push(rest % 1000);
                rest /= 1000;
            } while (rest > 0);

            while (groups.TryPop(out var group))
            {
                path.Append(CultureInfo.InvariantCulture, $"{(groups.Count > 0 ? "x" : "")}{group:D3}")
                    .Append(groups.Count > 0 ? "/" : "");
            }

            return Width == FullWidth
                ? path.ToString()
                : path.Append(CultureInfo.InvariantCulture, $".p/{Width}").ToString();
        }
    }

    /// <summary>Reads an address; what is not its one spelling is none.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out LogTile? tile)
    {
        tile = null;
        var parts = path?.Split('/') ?? [];
        if (parts.Length is < 3 or > 12 || !ExactText.Same(parts[0], "tile"))
        {
            return false;
        }

        int? level = null;
        if (!ExactText.Same(parts[1], "entries"))
        {
            if (!ExactText.TryCount(parts[1], out var read) || read >= MostLevels)
            {
                return false;
            }

            level = (int)read;
        }

        var names = parts[2..];
        var width = FullWidth;
        if (names.Length > 1 && names[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!ExactText.TryCount(names[^1], out var read) || read is < 1 or >= FullWidth)
            {
                return false;
            }

            width = (int)read;
            names = [.. names[..^2], names[^2][..^2]];
        }

        var digits = string.Concat(names.Select(name => name.TrimStart('x')));
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        var parsed = new LogTile(level, index, width);
        tile = string.Equals(parsed.Path, path, StringComparison.Ordinal) ? parsed : null;
        return tile is not null;
    }
}
