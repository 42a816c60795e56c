using System.Xml;

namespace Pamphlet.Reading.Feeds;

/// <summary>Words as XML may hold them.</summary>
internal static class XmlText
{
    public const string Namespace = "http://www.w3.org/XML/1998/namespace";

    /// <summary>
    /// Without the few characters that XML cannot say: one of them in one title would take the whole feed from all its readers.
    /// </summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSaid(text, ref i))
            {
                return CleanFrom(text, i);
            }
        }

        return text;
    }

    private static string CleanFrom(string text, int first)
    {
        var clean = new System.Text.StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            var start = i;
            if (IsSaid(text, ref i))
            {
                clean.Append(text, start, i + 1 - start);
            }
        }

        return clean.ToString();
    }

    // Steps over the second half of a pair.
    private static bool IsSaid(string text, ref int i)
    {
        if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
        {
            i++;
            return true;
        }

        return XmlConvert.IsXmlChar(text[i]);
    }
}
