using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Reads what stands in one container — the whole text, a quotation, an item — into blocks.</summary>
/// <param name="isWholeText">A cut can be set only between the blocks of the whole.</param>
/// <param name="linesCount">Whether bare line ends end lines.</param>
internal sealed class FlowReader(Conversion conversion, bool isWholeText = false, bool linesCount = false)
{
    private readonly List<Block> blocks = [];
    private readonly Lines lines = new();
    private readonly List<IElement> looseItems = [];

    /// <summary>The blocks in <paramref name="container"/>.</summary>
    public static IReadOnlyList<Block> Read(INode container, RunStyle style, Conversion conversion)
    {
        var reader = new FlowReader(conversion);
        reader.ReadChildren(container, style);
        return reader.Finish();
    }

    public IReadOnlyList<Block> Finish()
    {
        Flush();
        return blocks;
    }

    public void ReadChildren(INode container, RunStyle style)
    {
        foreach (var child in container.ChildNodes)
        {
            ReadOne(child, style);
        }
    }

    /// <summary>One node, whichever it is.</summary>
    public void ReadOne(INode node, RunStyle style)
    {
        switch (node)
        {
            case IText text:
                ReadText(text.Data, style);
                break;
            case IComment { Data: var data } when data.Trim().Equals("more", StringComparison.OrdinalIgnoreCase):
                AddCut();
                break;
            case IElement element:
                ReadElement(element, style);
                break;
        }
    }

    private void ReadText(string data, RunStyle style)
    {
        var text = AddressReader.WithoutFilePaths(CleanText.Of(data), out var taken);
        if (taken > 0)
        {
            conversion.Dropped.Add("address file", taken);
        }

        if (looseItems.Count > 0 && !Blank.Is(text))
        {
            FlushItems();
        }

        if (!linesCount && !conversion.Options.LinesAreParagraphs)
        {
            lines.Add(Run.Words(text, style));
            return;
        }

        var first = true;
        foreach (var line in text.Split('\n'))
        {
            if (!first)
            {
                lines.EndLine();
            }

            first = false;
            lines.Add(Run.Words(line, style));
        }
    }

    private void ReadElement(IElement element, RunStyle style)
    {
        conversion.Dropped.CountHandlers(element);
        if (DroppedElements.Takes(element, conversion.Dropped))
        {
            return;
        }

        if (element.LocalName is "li")
        {
            lines.EndBlock();
            looseItems.Add(element);
            return;
        }

        if (InlineElements.TryRead(element, style, this, conversion, lines))
        {
            return;
        }

        if (element.LocalName is "br")
        {
            FlushItems();
            lines.EndLine();
            return;
        }

        FlushItems();
        ReadBlock(element, style);
    }

    private void ReadBlock(IElement element, RunStyle style)
    {
        if (BlockElements.TryRead(element, style, conversion, out var read))
        {
            Flush();
            blocks.AddRange(read);
            AddPendingCut();
            return;
        }

        style = ElementStyle.Read(element, style);
        var isParagraph = element.LocalName is "p" or "figcaption" or "dd" or "dt" or "td" or "th" or "tr";
        Edge(isParagraph);
        if (ForeignText.LanguageOf(element, conversion) is { } language)
        {
            Flush();
            var outer = conversion.Language;
            conversion.Language = language;
            var inner = Read(element, style, conversion);
            conversion.Language = outer;
            blocks.AddRange(inner.Count > 0 ? [new Foreign(language, inner)] : []);
            AddPendingCut();
            return;
        }

        ReadChildren(element, style);
        FlushItems();
        Edge(isParagraph);
    }

    private void Edge(bool isParagraph)
    {
        if (isParagraph)
        {
            lines.EndParagraph();
        }
        else
        {
            lines.EndBlock();
        }
    }

    /// <summary>The words «read more» stood here, or an anchor of that name.</summary>
    public void AddCut()
    {
        if (conversion.HasCut)
        {
            return;
        }

        conversion.HasCut = true;
        if (isWholeText)
        {
            Flush();
            blocks.Add(new Cut());
        }
        else
        {
            conversion.IsCutPending = true;
        }
    }

    private void AddPendingCut()
    {
        if (isWholeText && conversion.IsCutPending)
        {
            conversion.IsCutPending = false;
            blocks.Add(new Cut());
        }
    }

    private void Flush()
    {
        FlushItems();
        blocks.AddRange(Paragraphs.Of(lines.Take()));
    }

    /// <summary>Items without a list around them are one all the same.</summary>
    private void FlushItems()
    {
        if (looseItems.Count == 0)
        {
            return;
        }

        var items = looseItems.ToArray();
        looseItems.Clear();
        blocks.AddRange(Paragraphs.Of(lines.Take()));
        blocks.AddRange(ListReader.Read(items, start: null, conversion));
        AddPendingCut();
    }
}
