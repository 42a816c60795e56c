using System.Buffers;
using System.Text;

namespace Pamphlet.Imports.Files;

/// <summary>Tells the formats apart by the beginning of their text.</summary>
internal static class ExportText
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    public static ExportKind KindOf(ReadOnlySpan<byte> head)
    {
        if (
            head
            is [0x1f, 0x8b, ..]
                or [(byte)'7', (byte)'z', 0xbc, ..]
                or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..]
        )
        {
            return ExportKind.OtherArchive;
        }

        // Only ASCII words are looked for: every encoding that an export may be in shows them once its zeros are gone.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        var start = text.AsSpan().TrimStart("\u00ef\u00bb\u00bf\u00fe\u00ff \t\r\n");
        return start switch
        {
            ['<', ..] => KindOfXml(text),
            ['{' or '[', ..] => KindOfJson(text),
            _ when IsParted(start, text, "---") || IsParted(start, text, "+++") => ExportKind.Markdown,
            _ when FirstLine(start).Contains("blog_name", StringComparison.Ordinal) => ExportKind.BloggerSettings,
            _ => ExportKind.Unknown,
        };
    }

    private static ExportKind KindOfXml(string text) =>
        HasRoot(text, "rss")
        && (
            text.Contains("wordpress.org/export/", StringComparison.Ordinal)
            || text.Contains("<wp:", StringComparison.Ordinal)
        )
            ? ExportKind.WordPress
        : !HasRoot(text, "feed")
            ? HasRoot(text, "rss") ? ExportKind.OtherFeed
                : ExportKind.Unknown
        : text.Contains("schemas.google.com/blogger/", StringComparison.Ordinal)
        || text.Contains("tag:blogger.com,1999:blog-", StringComparison.Ordinal)
        || text.Contains("http://www.blogger.com/atom/ns#", StringComparison.Ordinal)
            ? ExportKind.BloggerFeed
        : ExportKind.OtherFeed;

    private static bool IsParted(ReadOnlySpan<char> start, string text, string mark) =>
        start.StartsWith(mark) && text.Contains("\n" + mark, StringComparison.Ordinal);

    private static bool HasRoot(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf('<', at) + 1) > 0; )
        {
            if (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_'))
            {
                var end = text.AsSpan(at).IndexOfAny(NameEnds);
                var root = end < 0 ? text[at..] : text.Substring(at, end);
                return root.AsSpan(root.IndexOf(':', StringComparison.Ordinal) + 1).SequenceEqual(name);
            }
        }

        return false;
    }

    private static ExportKind KindOfJson(string text) =>
        text.Contains("\"blogger#", StringComparison.Ordinal) ? ExportKind.BloggerApi
        : text.Contains("\"db\"", StringComparison.Ordinal)
        || text.Contains("\"exported_on\"", StringComparison.Ordinal)
        || text.Contains("\"mobiledoc\"", StringComparison.Ordinal)
        || text.Contains("\"lexical\"", StringComparison.Ordinal)
        || text.Contains("\"posts\"", StringComparison.Ordinal)
            ? ExportKind.Ghost
        : ExportKind.Unknown;

    private static string FirstLine(ReadOnlySpan<char> text) =>
        (text.IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text).ToString();
}
