using System.Xml;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Blogger;

/// <summary>What a feed says of itself, outside of its entries.</summary>
internal sealed class FeedHead
{
    private readonly EntryDraft words = new();

    public string Id { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>When it was exported; the old export alone says it.</summary>
    public string Updated { get; private set; } = "";

    /// <summary>The address of the blog, or null.</summary>
    public Uri? Site { get; private set; }

    /// <summary>Takes what it knows of the element that the reader stands on, and moves behind it.</summary>
    public void Read(XmlReader xml)
    {
        FeedReader.RefuseDepth(xml);
        switch (xml.LocalName)
        {
            case "id":
                Id = Word(xml);
                break;
            case "title":
                Title = Word(xml);
                break;
            case "updated":
                Updated = Word(xml);
                break;
            case "link" when xml.GetAttribute("rel") is "alternate":
                Site = Uri.TryCreate(xml.GetAttribute("href"), UriKind.Absolute, out var site) ? site : null;
                Word(xml);
                break;
            default:
                // The owner's name, address and picture are of no use to a paper.
                Word(xml);
                break;
        }
    }

    private string Word(XmlReader xml) => (ReadWords.Within(xml, words, ExportLimits.Word) ?? "").Trim();
}
