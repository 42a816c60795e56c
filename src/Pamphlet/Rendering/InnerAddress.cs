using System.Text.RegularExpressions;

namespace Pamphlet.Rendering;

/// <summary>The address of a text of the paper from its root, the only kind of address within the paper that a comment may lead to.</summary>
internal static partial class InnerAddress
{
    private const int MaxLength = 500;

    /// <param name="address"><c>/2019/05/slug.html#c12</c>.</param>
    public static bool Is(string address) => address.Length <= MaxLength && Shape().IsMatch(address);

    [GeneratedRegex(
        @"^/([0-9]{4}/[0-9]{2}|p)/[^\s/\\?#:<>""\x00-\x1f]+\.html(#[A-Za-z0-9_-]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shape();
}
