using System.Globalization;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Html;

/// <summary>What of a <c>style</c> attribute is more than decoration.</summary>
internal static class ElementStyle
{
    /// <summary>Adds to <paramref name="style"/> what the element's own <c>style</c> says of weight, slant and strokes.</summary>
    public static RunStyle Read(IElement element, RunStyle style)
    {
        foreach (var (name, value) in Declarations(element))
        {
            style = name switch
            {
                "font-weight" => style with { IsStrong = IsBold(value) ?? style.IsStrong },
                "font-style" => style with
                {
                    IsEmphasis = value is not "normal" && (style.IsEmphasis || value is "italic" or "oblique"),
                },
                "text-decoration"
                or "text-decoration-line" when value.Contains("line-through", StringComparison.Ordinal) => style with
                {
                    IsStruck = true,
                },
                "vertical-align" when value is "super" => style.Within("<sup>"),
                "vertical-align" when value is "sub" => style.Within("<sub>"),
                _ => style,
            };
        }

        return style;
    }

    /// <summary>Whether no reader ever saw the element.</summary>
    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || Declarations(element)
            .Any(declaration => declaration is ("display", "none") or ("visibility", "hidden") or ("mso-hide", "all"));

    public static bool Has(IElement element, string name, string value) =>
        Declarations(element).Contains((name, value));

    public static string? Value(IElement element, string name) =>
        Declarations(element)
            .Where(declaration => declaration.Name.Equals(name, StringComparison.Ordinal))
            .Select(declaration => declaration.Value)
            .FirstOrDefault();

    /// <summary>Whether a word processor wrote the element: then its language is the spelling checker's, not the author's.</summary>
    public static bool IsWordProcessors(IElement element) =>
        (element.ClassName?.StartsWith("Mso", StringComparison.Ordinal) ?? false)
        || (element.GetAttribute("style")?.Contains("mso-", StringComparison.OrdinalIgnoreCase) ?? false);

    private static bool? IsBold(string value) =>
        value switch
        {
            "bold" or "bolder" => true,
            "normal" or "lighter" => false,
            _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
                ? weight >= 600
                : null,
        };

    private static IEnumerable<(string Name, string Value)> Declarations(IElement element)
    {
        var text = element.GetAttribute("style");
        if (string.IsNullOrEmpty(text))
        {
            yield break;
        }

        foreach (var declaration in text.Split(';', 60))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase);
                yield return (declaration[..colon].Trim().ToLowerInvariant(), value.Trim().ToLowerInvariant());
            }
        }
    }
}
