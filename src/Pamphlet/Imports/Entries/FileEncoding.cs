using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Entries;

/// <summary>Which encoding a feed is in, whatever it says of itself.</summary>
/// <param name="Note">For the report, or null: it is what it says.</param>
internal sealed partial record FileEncoding(Encoding Encoding, string? Note)
{
    private static readonly UTF8Encoding MendingUtf8 = (UTF8Encoding)
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new MendingFallback());

    /// <param name="head">Some hundred bytes are enough.</param>
    public static FileEncoding Of(ReadOnlySpan<byte> head)
    {
        var declared = Declaration().Match(Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal))
            is { Success: true } match
            ? match.Groups["name"].Value
            : "utf-8";
        return head switch
        {
            [0xff, 0xfe, 0, 0, ..] => Marked(new UTF32Encoding(bigEndian: false, byteOrderMark: true), declared),
            [0xff, 0xfe, ..] or [(byte)'<', 0, ..] => Marked(Encoding.Unicode, declared),
            [0xfe, 0xff, ..] or [0, (byte)'<', ..] => Marked(Encoding.BigEndianUnicode, declared),
            [0xef, 0xbb, 0xbf, ..] => Marked(MendingUtf8, declared),
            _ => Named(declared),
        };
    }

    private static FileEncoding Marked(Encoding encoding, string declared) =>
        new(
            encoding,
            encoding.WebName.StartsWith(declared.Split('-')[0], StringComparison.OrdinalIgnoreCase)
                ? null
                : $"The file says that it is {declared} and is {encoding.WebName}; it was read as it is."
        );

    private static FileEncoding Named(string declared)
    {
        if (declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase) || IsAscii(declared))
        {
            // Whoever declares UTF-16 in single bytes does not mean it.
            return Marked(MendingUtf8, IsAscii(declared) ? "utf-8" : declared);
        }

        try
        {
            return new FileEncoding(
                CodePagesEncodingProvider.Instance.GetEncoding(declared) ?? Encoding.GetEncoding(declared),
                $"The file is in {declared}."
            );
        }
        catch (ArgumentException)
        {
            return new FileEncoding(
                MendingUtf8,
                $"The file says that it is in «{declared}», which nobody knows; it was read as UTF-8."
            );
        }
    }

    private static bool IsAscii(string name) => name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"'](?<name>[A-Za-z0-9._-]{1,40})[\"']",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Declaration();
}
