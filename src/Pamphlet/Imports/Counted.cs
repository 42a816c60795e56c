using System.Globalization;

namespace Pamphlet.Imports;

/// <summary>Counts things in the English of reports.</summary>
internal static class Counted
{
    public static string Of(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
