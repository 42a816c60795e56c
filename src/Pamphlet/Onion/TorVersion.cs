using System.Globalization;
using System.Text.RegularExpressions;

namespace Pamphlet.Onion;

/// <summary>Which tor it is: <c>0.4.9.11</c>.</summary>
internal sealed partial record TorVersion(Version Number)
{
    /// <summary>Older ones have a crash that a visitor can cause where proof of work is on (TROVE-2026-020, June 2026).</summary>
    public static TorVersion Advised { get; } = new(new Version(0, 4, 9, 9));

    /// <summary>The first that exports circuits over a Unix socket and offers proof of work on onion services: older ones are refused.</summary>
    public static TorVersion Least { get; } = new(new Version(0, 4, 8, 1));

    public bool IsTooOld => Number < Least.Number;

    public bool IsBehind => Number < Advised.Number;

    /// <param name="text">What <c>tor --version</c> or <c>GETINFO version</c> says.</param>
    public static TorVersion? Parse(string text) =>
        Digits().Match(text) is { Success: true } match && Version.TryParse(match.Value, out var number)
            ? new TorVersion(number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}");

    [GeneratedRegex(@"\b\d+\.\d+\.\d+\.\d+\b", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
