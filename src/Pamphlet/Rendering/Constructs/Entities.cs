using System.Text;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Characters that a text names instead of holding: <c>&amp;eacute;</c>.</summary>
internal static class Entities
{
    public static void Add(HtmlEntityInline entity, HtmlElement into)
    {
        var text = CleanText.Of(entity.Transcoded.ToString());
        if (text.Length > 0 && text[0] >= '\u0300' && into.Children is [.., HtmlText before])
        {
            // A mark that was named joins the letter before it, or the page would not be in NFC.
            var joined = string.Concat(before.Text.Span, text);
            into.ReplaceLast(new HtmlText(joined.Normalize(NormalizationForm.FormC).AsMemory()));
            return;
        }

        into.Add(text);
    }
}
