using System.Globalization;

namespace Pamphlet.Rendering.RawHtml;

internal static class RawHtmlAttributes
{
    private const int MostCells = 1000;

    /// <summary>Whether an attribute may stay on a stranger's element. Addresses are judged again where links are made.</summary>
    public static bool IsAllowed(string element, string name, string value) =>
        name switch
        {
            "dir" => value is "ltr" or "rtl" or "auto",
            "lang" => Language.TryParse(value, out _),
            "title" => true,
            "id" => true,
            "name" or "href" => element is "a",
            "src" or "alt" => element is "img",
            "width" or "height" => element is "img",
            "colspan" or "rowspan" or "span" => IsNumber(value),
            "scope" => value is "col" or "row" or "colgroup" or "rowgroup",
            "abbr" => element is "th",
            "start" or "value" => IsNumber(value),
            "reversed" => element is "ol",
            "open" => element is "details",
            "datetime" => element is "time" or "del" or "ins",
            _ => false,
        };

    private static bool IsNumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostCells;
}
