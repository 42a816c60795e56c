namespace Pamphlet.Rendering.Tree;

/// <summary>
/// A piece of a rendered text. Body, excerpt and plain words are three readings of one tree, so that none of them can disagree
/// with the others about where a quotation ends.
/// </summary>
internal abstract class HtmlNode;

/// <summary>Words, not yet encoded.</summary>
internal sealed class HtmlText(ReadOnlyMemory<char> text) : HtmlNode
{
    public ReadOnlyMemory<char> Text { get; } = text;
}

/// <summary>HTML that an editor or an import wrote: it may be anything and is never shown as it stands.</summary>
internal sealed class HtmlRaw(string html) : HtmlNode
{
    public string Html { get; } = html;
}

/// <summary>Where the author ended the excerpt.</summary>
internal sealed class CutMark : HtmlNode
{
    /// <summary>
    /// Whether a page can be sent to this place, <c>#more</c>, as Blogger's links do: the text's first mark, for an id stands
    /// once in a page.
    /// </summary>
    public bool IsPlace { get; set; }
}
