namespace Pamphlet.Imports.Text.Printing;

/// <summary>Text within HTML.</summary>
internal static class HtmlEscape
{
    public static string Text(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Attribute(string text) => Text(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}
