using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using Pamphlet.Editions;
using Pamphlet.Reading;

namespace Pamphlet.Copies;

/// <summary>A text as one file: its style and pictures in it, so that it reads the same from a stick, a mail or a phone's memory.</summary>
internal static class SingleFile
{
    public static byte[] Write(PaperCopy paper, CopiedText text)
    {
        var page = (AngleSharp.Html.Dom.IHtmlDocument)text.Page.Clone();
        foreach (var link in page.QuerySelectorAll("head link, .masthead nav, .foot nav").ToList())
        {
            if (!string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.Ordinal))
            {
                link.Remove();
            }
        }

        var style = page.CreateElement("style");
        style.TextContent = Encoding.UTF8.GetString(paper.Read(Files.Style.Value) ?? []);
        page.Head!.AppendChild(style);
        new LooseEnds(paper).Mend(page.Body!, text.Path.Value, _ => null, path => Inline(paper, path));
        using var written = new StringWriter { NewLine = "\n" };
        written.Write("<!DOCTYPE html>\n");
        page.DocumentElement.ToHtml(written, HtmlMarkupFormatter.Instance);
        return Encoding.UTF8.GetBytes(written.ToString());
    }

    /// <summary>A picture as an address that is the picture itself.</summary>
    public static string? Inline(PaperCopy paper, string path) =>
        paper.Read(path) is { } bytes ? $"data:{MediaType.Of(path)};base64,{Convert.ToBase64String(bytes)}" : null;
}
