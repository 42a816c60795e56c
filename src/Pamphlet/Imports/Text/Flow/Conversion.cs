using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>What one conversion knows and counts, shared by the readers of its parts.</summary>
internal sealed class Conversion
{
    public Conversion(IElement body, HtmlToMarkdownOptions options, DroppedCounts dropped)
    {
        Options = options;
        Dropped = dropped;
        Addresses = new AddressReader(options, dropped);
        Pictures = new PictureReader(this);
        Notes = NoteFinder.Find(body);
        HeadingLevels = HeadingRanks.Of(body);
    }

    public HtmlToMarkdownOptions Options { get; }

    public DroppedCounts Dropped { get; }

    public AddressReader Addresses { get; }

    public PictureReader Pictures { get; }

    public FoundNotes Notes { get; }

    /// <summary>From the level that the source used to the level that the paper uses.</summary>
    public IReadOnlyDictionary<int, int> HeadingLevels { get; }

    /// <summary>Whether the text said where its beginning ends.</summary>
    public bool HasCut { get; set; }

    /// <summary>A cut was met inside a quotation or list: it is set after that block, for it cannot be set within.</summary>
    public bool IsCutPending { get; set; }

    /// <summary>The language of the block being read.</summary>
    public Language Language { get; set; }
}
