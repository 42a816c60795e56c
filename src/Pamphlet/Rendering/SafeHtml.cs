using System.Buffers;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>
/// HTML that may be shown. Only Rendering makes one: whatever else a reader's browser gets is encoded text.
/// </summary>
/// <remarks>
/// Links into the site begin with a mark (<see cref="Root"/>) that each page replaces by its own way to the root, so that one
/// rendering serves a page three folders deep, the front page, and a copy on a stick.
/// </remarks>
internal sealed class SafeHtml
{
    /// <summary>Stands for the way to the site's root. A control character: no text that passed Rendering can hold one.</summary>
    public const char Root = '\u0001';

    private readonly string html;

    internal SafeHtml(string html)
    {
        this.html = html;
    }

    public static SafeHtml Empty { get; } = new("");

    public bool IsEmpty => html.Length == 0;

    /// <summary>The HTML as a page shows it from which <paramref name="wayToRoot"/> leads to the root: <c>""</c>, <c>"../"</c> …</summary>
    public string At(string wayToRoot) =>
        html.Contains(Root, StringComparison.Ordinal)
            ? html.Replace(Root.ToString(), wayToRoot, StringComparison.Ordinal)
            : html;

    /// <summary>The HTML with absolute links, for feeds: <paramref name="home"/> ends with a slash.</summary>
    public string AtHome(Uri home) => At(home.AbsoluteUri);

    /// <summary>The same with a link in each picture's place that says what it shows: nothing is loaded that nobody asked for.</summary>
    /// <param name="around">The language of the page, for a picture without words.</param>
    public SafeHtml WithoutPictures(Language around) => new(PicturesAsLinks.In(html, TextWords.In(around).Picture));

    public void WriteTo(IBufferWriter<byte> output, string wayToRoot) => Encoding.UTF8.GetBytes(At(wayToRoot), output);

    public override string ToString() => html;
}
