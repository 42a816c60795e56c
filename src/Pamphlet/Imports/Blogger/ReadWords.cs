using System.Text;
using System.Xml;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>Reads the text of an element piece by piece, so that an endless one fills a limit and not the memory.</summary>
internal static class ReadWords
{
    /// <summary>The words within an element; the reader stands behind it afterwards.</summary>
    /// <returns>Null where there are more than <paramref name="limit"/>.</returns>
    public static string? Within(XmlReader xml, EntryDraft draft, int limit)
    {
        var words = new StringBuilder();
        var fits = Collect(xml, words, limit, asHtml: false);
        return fits ? Cleaned(words, draft) : null;
    }

    /// <summary>The content of an entry as HTML, whichever of Atom's three forms it is in.</summary>
    public static void Content(XmlReader xml, EntryDraft draft)
    {
        var type = xml.GetAttribute("type") ?? "text";
        var html = new StringBuilder();
        if (!Collect(xml, html, ExportLimits.Text, asHtml: type is "xhtml"))
        {
            draft.IsTooLong = true;
            return;
        }

        var cleaned = Cleaned(html, draft);
        draft.Html = type is "text" ? System.Net.WebUtility.HtmlEncode(cleaned) : cleaned;
    }

    private static bool Collect(XmlReader xml, StringBuilder into, int limit, bool asHtml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return true;
        }

        var buffer = new char[4096];
        var depth = xml.Depth;
        var fits = true;
        while (xml.Read() && xml.Depth > depth)
        {
            FeedReader.RefuseDepth(xml);
            if (
                xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
            )
            {
                for (int read; fits && (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0; )
                {
                    fits = into.Length + read <= limit;
                    var piece = buffer.AsSpan(0, fits ? read : 0);
                    into.Append(asHtml ? System.Net.WebUtility.HtmlEncode(piece.ToString()) : piece);
                }
            }
            else if (asHtml && fits)
            {
                Tag(xml, into);
            }
        }

        xml.Read();
        return fits;
    }

    private static void Tag(XmlReader xml, StringBuilder into)
    {
        if (xml.NodeType == XmlNodeType.EndElement)
        {
            into.Append("</").Append(xml.LocalName).Append('>');
            return;
        }

        var isEmpty = xml.IsEmptyElement;
        into.Append('<').Append(xml.LocalName);
        while (xml.MoveToNextAttribute())
        {
            into.Append(' ').Append(xml.LocalName).Append("=\"");
            into.Append(System.Net.WebUtility.HtmlEncode(xml.Value)).Append('"');
        }

        into.Append(isEmpty ? "/>" : ">");
    }

    /// <summary>Counts the marks of <see cref="MendingFallback"/> and takes them out, and what else XML forbids.</summary>
    private static string Cleaned(StringBuilder words, EntryDraft draft)
    {
        var kept = 0;
        var text = words.ToString();
        var clean = text.AsSpan().IndexOfAnyExceptInRange(' ', '\ud7ff') < 0;
        if (clean)
        {
            return text;
        }

        var buffer = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isPair = char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                buffer[kept++] = character;
                buffer[kept++] = text[++i];
            }
            else if (character == MendingFallback.Mended)
            {
                draft.Mended++;
            }
            else if (
                char.IsSurrogate(character)
                || character
                    is MendingFallback.Forbidden
                        or '\ufffe'
                        or '\uffff'
                        or < ' '
                        and not ('\t' or '\n' or '\r')
            )
            {
                draft.Forbidden++;
            }
            else
            {
                buffer[kept++] = character;
            }
        }

        return new string(buffer, 0, kept);
    }
}
