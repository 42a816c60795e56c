using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text;

/// <summary>What a conversion needs to know of the house around it.</summary>
/// <param name="Language">The text's own language: a block in the same language needs no mark of its own.</param>
internal sealed record HtmlToMarkdownOptions(Language Language)
{
    /// <summary>Turns an address of the old site into one from the root (<c>/2019/05/slug.html</c>); gives others back as they were.</summary>
    public Func<string, string> RewriteAddress { get; init; } = address => address;

    /// <summary>
    /// The <c>picture:ID</c> under which the paper holds a picture, or null: then the text links to the picture's address.
    /// </summary>
    /// <remarks>Asked once a picture, in the order of the text. A first pass that only collects, then fetching, then a second pass: so no conversion waits for a network.</remarks>
    public Func<FoundPicture, string?> PictureFor { get; init; } = _ => null;

    /// <summary>
    /// Whether bare line ends part paragraphs and lines, as in comments and in WordPress's classic texts; in Blogger's posts
    /// they are only white space.
    /// </summary>
    public bool LinesAreParagraphs { get; init; }
}

/// <summary>A picture that a text shows.</summary>
/// <param name="Address">Where its largest form seems to be: the link around it where that leads to a picture, otherwise its own address.</param>
/// <param name="ShownAddress">The address of what the text showed; the same as <paramref name="Address"/> where nothing larger was linked. Empty for a picture within the text.</param>
/// <param name="Alt">The words for whoever cannot see it, or <c>""</c>.</param>
/// <param name="Width">In pixels, as the text showed it, or null.</param>
/// <param name="Height">In pixels, as the text showed it, or null.</param>
/// <param name="Bytes">The picture itself, where it lay within the text (<c>data:</c>); otherwise empty.</param>
internal sealed record FoundPicture(
    string Address,
    string ShownAddress,
    string Alt,
    int? Width,
    int? Height,
    ReadOnlyMemory<byte> Bytes
);
