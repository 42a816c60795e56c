using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Elements that go with all that is in them.</summary>
internal static class DroppedElements
{
    // A page's whole text may stand in a form, as some site builders set it. In characters.
    private const int LongestForm = 400;

    public static bool Takes(IElement element, DroppedCounts dropped)
    {
        var kind = Kind(element);
        if (kind is not null)
        {
            dropped.Add(kind);
            return true;
        }

        // A word processor's own leftovers and a head's lines hold nothing that was ever shown.
        return element.LocalName
                is "head"
                    or "title"
                    or "meta"
                    or "link"
                    or "base"
                    or "xml"
                    or "param"
                    or "source"
                    or "track"
                    or "rp"
            || element.LocalName.StartsWith("w:", StringComparison.Ordinal);
    }

    public static void CountHandlers(this DroppedCounts dropped, IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.Length > 3)
            {
                dropped.Add("event handler");
            }
        }

        if (
            element.GetAttribute("align") is "center"
            || element.LocalName is "center"
            || ElementStyle.Has(element, "text-align", "center")
        )
        {
            dropped.Add("centring");
        }
    }

    private static string? Kind(IElement element) =>
        element.LocalName switch
        {
            "script" => "script",
            "style" => "style",
            "template" => "template",
            "svg" => "drawing",
            "canvas" => "drawing",
            "form" when element.TextContent.Length <= LongestForm => "form",
            "input" or "button" or "select" or "textarea" or "datalist" => "form field",
            "frameset" or "frame" => "frame",
            "noscript"
                when element.PreviousElementSibling is { LocalName: "img" }
                    && element.QuerySelector("img") is not null => "second picture",
            _ when ElementStyle.IsHidden(element) => "hidden text",
            _ => null,
        };
}
