using System.Globalization;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>A stanza is a paragraph and a line a span, each but the last ended by a break that holds without any style.</summary>
internal static class Verse
{
    public static HtmlElement Build(VerseBlock source, TreeBuilder tree)
    {
        var verse = new HtmlElement("div").With("class", "verse");
        HtmlElement? stanza = null;
        foreach (var block in source)
        {
            var line = (VerseLine)block;
            if (line.IsEmpty)
            {
                stanza = null;
                continue;
            }

            if (stanza is null)
            {
                stanza = new HtmlElement("p");
                verse.Add(stanza);
            }
            else
            {
                stanza.Add(new HtmlElement("br"));
            }

            stanza.Add(tree.AddWords(line, new HtmlElement("span").With("class", ClassOf(line))));
        }

        return verse;
    }

    private static string ClassOf(VerseLine line) =>
        line.Indent == 0 ? "line" : "line in" + line.Indent.ToString(CultureInfo.InvariantCulture);
}
