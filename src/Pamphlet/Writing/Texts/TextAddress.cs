using System.Globalization;
using Pamphlet.Posts;

namespace Pamphlet.Writing.Texts;

/// <summary>Where a text lies on the desk: <c>/desk/texts/0123456789abcdef</c>.</summary>
internal static class TextAddress
{
    public static string Of(PostId id, string part = "") =>
        $"/desk/texts/{Digits(id)}{(part.Length > 0 ? "/" : "")}{part}";

    public static string Digits(PostId id) => id.Value.ToString("x16", CultureInfo.InvariantCulture);

    public static PostId? Read(string digits) =>
        digits.Length == 16
        && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new PostId(value)
            : null;
}
