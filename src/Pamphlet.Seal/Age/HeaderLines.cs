using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal.Age;

/// <summary>The lines of a header, one after another.</summary>
internal ref struct HeaderLines(ReadOnlySpan<byte> file, int at)
{
    private const int Columns = 64;

    private readonly ReadOnlySpan<byte> file = file;

    /// <summary>Where the next line begins.</summary>
    public int At { get; private set; } = at;

    /// <returns>False: the file ends before the line does.</returns>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        line = default;
        var end = file[At..].IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        line = file.Slice(At, end);
        At += end + 1;
        return true;
    }

    /// <summary>Lines of 64 letters, and a shorter one that ends them.</summary>
    public bool TryNextBody([NotNullWhen(true)] out byte[]? body)
    {
        body = null;
        var letters = new List<byte>(Columns);
        while (TryNext(out var line) && line.Length <= Columns)
        {
            letters.AddRange(line);
            if (line.Length < Columns)
            {
                return Letters64.TryRead([.. letters], out body);
            }
        }

        return false;
    }
}
