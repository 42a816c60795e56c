using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>A picture with its caption: <c>figure</c>, and Blogger's and WordPress's older ways to say it.</summary>
internal static class FigureReader
{
    private const string Caption = "figcaption,.tr-caption,.wp-caption-text,.wp-caption-dd";

    public static bool IsCaptionTable(IElement table) =>
        table.ClassList.Contains("tr-caption-container")
        || (table.QuerySelector(".tr-caption") is not null && table.QuerySelector("img") is not null);

    public static IReadOnlyList<Block> Read(IElement element, RunStyle style, Conversion conversion)
    {
        var captions = element.QuerySelectorAll(Caption).ToList();
        var said = captions.SelectMany(caption => FlowReader.Read(caption, style, conversion)).ToList();
        foreach (var caption in captions)
        {
            caption.Remove();
        }

        var shown = FlowReader.Read(element, style, conversion);
        var pictures = shown
            .OfType<Paragraph>()
            .Where(paragraph => paragraph.Runs.All(run => run.Kind is RunKind.Picture))
            .ToList();
        var isPlain =
            said.Count > 0 && pictures.Count == 1 && shown.Count == 1 && said.TrueForAll(block => block is Paragraph);
        return isPlain
            ? [new Figure(pictures[0].Runs, [.. said.Cast<Paragraph>().Select(paragraph => paragraph.Runs)])]
            : [.. shown, .. said];
    }
}
