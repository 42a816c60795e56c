using System.Globalization;

namespace Pamphlet.Writing.Pages;

/// <summary>A picture parted into fields, twelve along its longer side.</summary>
internal sealed record CoverGrid(int Width, int Height)
{
    private const int Along = 12;

    public int Columns => Width >= Height ? Along : Math.Max(2, (int)Math.Round((double)Along * Width / Height));

    public int Rows => Height > Width ? Along : Math.Max(2, (int)Math.Round((double)Along * Height / Width));

    /// <summary>In parts of the whole: left, top, width, height.</summary>
    public (double Left, double Top, double Width, double Height) Area((int Row, int Column) cell) =>
        ((cell.Column - 1d) / Columns, (cell.Row - 1d) / Rows, 1d / Columns, 1d / Rows);

    /// <param name="ticked">«2,3»: row and column, from 1.</param>
    /// <param name="numbers">«2,3-4,5 7,1»: corners.</param>
    /// <returns>The fields, and what was not understood or <c>""</c>.</returns>
    public (HashSet<(int Row, int Column)> Cells, string Wrong) Read(IEnumerable<string> ticked, string numbers)
    {
        var cells = new HashSet<(int, int)>();
        foreach (var area in ticked.Concat(numbers.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries)))
        {
            var corners = area.Split('-', '–');
            if (corners.Length > 2 || Cell(corners[0]) is not { } one || Cell(corners[^1]) is not { } other)
            {
                return (cells, area);
            }

            for (var row = Math.Min(one.Row, other.Row); row <= Math.Max(one.Row, other.Row); row++)
            {
                for (
                    var column = Math.Min(one.Column, other.Column);
                    column <= Math.Max(one.Column, other.Column);
                    column++
                )
                {
                    cells.Add((row, column));
                }
            }
        }

        return (cells, "");
    }

    private (int Row, int Column)? Cell(string text)
    {
        var parts = text.Split(',', '.');
        return
            parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var row)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var column)
            && row >= 1
            && row <= Rows
            && column >= 1
            && column <= Columns
            ? (row, column)
            : null;
    }
}
