using System.Text;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.WordPress;

/// <summary>
/// Reads the tags of an export of WordPress one after another, well-formed or not: WordPress prints these files by hand, and half
/// of its plug-ins print into them. A strict reader gives up at a bare <c>&amp;</c>; this one knows tags, marked sections and
/// nothing else.
/// </summary>
internal sealed class WxrScanner(TextReader text, string file) : IDisposable
{
    private const string SectionStart = "<![CDATA[";
    private const string SectionEnd = "]]>";

    /// <summary>No tag of an export comes near it, in characters.</summary>
    private const int LongestTag = 16 * 1024;

    private readonly char[] buffer = new char[64 * 1024];
    private int at;
    private int end;

    public string Name { get; private set; } = "";

    /// <summary>Everything between the name and the closing bracket.</summary>
    public string Attributes { get; private set; } = "";

    public WxrTag Tag { get; private set; }

    /// <summary>Whether the last value was longer than it may be and was cut.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Counted from 1: where the reader stands.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Moves to the next tag; what stands between tags is passed over.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Next()
    {
        while (Fill(1))
        {
            if (buffer[at] != '<')
            {
                Advance(1);
            }
            else if (StartsWith("<!--"))
            {
                SkipTo("-->");
            }
            else if (StartsWith(SectionStart))
            {
                SkipTo(SectionEnd);
            }
            else if (StartsWith("<!"))
            {
                throw new ExportRefusedException(
                    ImportRefusal.Hostile,
                    $"{file} brings a document type definition. No export has one, and it serves only attacks."
                );
            }
            else if (StartsWith("<?"))
            {
                SkipTo("?>");
            }
            else if (ReadTag())
            {
                return true;
            }
        }

        Tag = WxrTag.None;
        return false;
    }

    /// <summary>What an element holds that has no children of its own, up to its end.</summary>
    /// <param name="most">In characters; the rest is passed over.</param>
    public string Value(int most)
    {
        WasTooLong = false;
        var value = new StringBuilder();
        if (Tag == WxrTag.Empty)
        {
            return "";
        }

        var name = Name;
        while (Fill(1))
        {
            if (buffer[at] != '<')
            {
                ReadWords(value, most);
            }
            else if (StartsWith(SectionStart))
            {
                Advance(SectionStart.Length);
                ReadSection(value, most);
            }
            else if (StartsWith("<!--"))
            {
                SkipTo("-->");
            }
            else if (IsEndOf(name))
            {
                SkipTo(">");
                return value.ToString();
            }
            else if (IsEndOf("item") || IsEndOf("channel"))
            {
                // An element that nobody closed ends with what it stands in.
                return value.ToString();
            }
            else
            {
                Add(value, buffer.AsSpan(at, 1), most);
                Advance(1);
            }
        }

        throw Torn($"<{name}> is never closed");
    }

    /// <summary>Passes over an element with all that is in it.</summary>
    public void Skip()
    {
        if (Tag != WxrTag.Start)
        {
            return;
        }

        var (name, depth) = (Name, 1);
        while (depth > 0 && Next())
        {
            if (Tag == WxrTag.End && Name is ("item" or "channel"))
            {
                return;
            }

            depth +=
                !Name.Equals(name, StringComparison.Ordinal) ? 0
                : Tag == WxrTag.Start ? 1
                : Tag == WxrTag.End ? -1
                : 0;
        }
    }

    public ExportRefusedException Torn(string how) =>
        new(
            ImportRefusal.Broken,
            $"{file} cannot be read to its end: near line {Line}, {how}. Please export or download it again."
        );

    public void Dispose() => text.Dispose();

    private bool ReadTag()
    {
        var close = 1;
        while (Fill(close + 1) && buffer[at + close] is not ('>' or '<'))
        {
            if (++close > LongestTag)
            {
                throw Torn("a tag has no end");
            }
        }

        if (!Fill(close + 1) || buffer[at + close] == '<')
        {
            Advance(Math.Min(close, end - at));
            return false;
        }

        var inner = buffer.AsSpan(at + 1, close - 1);
        var isEnd = inner is ['/', ..];
        var isEmpty = !isEnd && inner is [.., '/'];
        inner =
            isEnd ? inner[1..]
            : isEmpty ? inner[..^1]
            : inner;
        var name = inner.IndexOfAny(" \t\r\n") is var space and >= 0 ? inner[..space] : inner;
        Name = name.ToString();
        Attributes = inner[name.Length..].ToString();
        Tag =
            isEnd ? WxrTag.End
            : isEmpty ? WxrTag.Empty
            : WxrTag.Start;
        Advance(close + 1);
        return name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_');
    }

    private void ReadWords(StringBuilder value, int most)
    {
        var rest = buffer.AsSpan(at, end - at);
        var stop = rest.IndexOf('<');
        var length = stop < 0 ? rest.Length : stop;
        // A reference must not be cut in two where the buffer ends.
        var open = rest[..length].LastIndexOf('&');
        if (stop < 0 && open >= 0 && length - open < 12)
        {
            if (open == 0 && Fill(length + 1))
            {
                return;
            }

            length = open == 0 ? length : open;
        }

        Add(value, XmlReferences.Decode(rest[..length].ToString()), most);
        Advance(length);
    }

    // The end of a marked section is one only where a tag or another section follows: texts about code hold the three signs too,
    // and not every program parts them.
    private void ReadSection(StringBuilder value, int most)
    {
        while (Fill(SectionEnd.Length))
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOf(SectionEnd);
            var length = stop >= 0 ? stop : rest.Length - 2;
            Add(value, rest[..length], most);
            Advance(length);
            if (stop < 0)
            {
                continue;
            }

            Advance(SectionEnd.Length);
            if (IsFollowedByTag())
            {
                return;
            }

            Add(value, SectionEnd, most);
        }

        throw Torn("a marked section is never closed");
    }

    private bool IsFollowedByTag()
    {
        var blank = 0;
        while (Fill(blank + 1) && char.IsWhiteSpace(buffer[at + blank]) && blank < 4096)
        {
            blank++;
        }

        return !Fill(blank + 2)
            || buffer.AsSpan(at + blank, end - at - blank).StartsWith("</")
            || (
                Fill(blank + SectionStart.Length)
                && buffer.AsSpan(at + blank, SectionStart.Length).SequenceEqual(SectionStart)
            );
    }

    private void Add(StringBuilder value, ReadOnlySpan<char> words, int most)
    {
        var room = most - value.Length;
        WasTooLong |= words.Length > room;
        value.Append(words.Length > room ? words[..Math.Max(0, room)] : words);
    }

    private bool IsEndOf(string name) =>
        Fill(name.Length + 3)
        && buffer[at + 1] == '/'
        && buffer.AsSpan(at + 2, name.Length).SequenceEqual(name)
        && buffer[at + 2 + name.Length] is '>' or ' ' or '\t' or '\r' or '\n';

    private bool StartsWith(string words) => Fill(words.Length) && buffer.AsSpan(at, words.Length).SequenceEqual(words);

    private void SkipTo(string words)
    {
        while (Fill(words.Length))
        {
            var found = buffer.AsSpan(at, end - at).IndexOf(words);
            if (found >= 0)
            {
                Advance(found + words.Length);
                return;
            }

            Advance(end - at - words.Length + 1);
        }

        at = end;
    }

    private void Advance(int count)
    {
        Line += buffer.AsSpan(at, count).Count('\n');
        at += count;
    }

    /// <summary>Whether at least so many characters are at hand.</summary>
    private bool Fill(int wanted)
    {
        if (end - at >= wanted)
        {
            return true;
        }

        buffer.AsSpan(at, end - at).CopyTo(buffer);
        (at, end) = (0, end - at);
        while (end < wanted)
        {
            var read = text.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                return false;
            }

            end += read;
        }

        return true;
    }
}

internal enum WxrTag
{
    None,
    Start,
    End,
    Empty,
}
