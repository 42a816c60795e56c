using System.Collections.Frozen;

namespace Pamphlet.Rendering.Tree;

/// <param name="IsRooted">The value holds <see cref="SafeHtml.Root"/> where our own code put it; elsewhere the printer drops that character.</param>
internal readonly record struct HtmlAttribute(string Name, string Value, bool IsRooted = false);

/// <summary>An element that our own code made, or that a stranger's HTML had and our list allows.</summary>
/// <param name="name">In small letters; <c>""</c> for a mere bundle of nodes.</param>
internal sealed class HtmlElement(string name) : HtmlNode
{
    private static readonly FrozenSet<string> Voids = new[] { "br", "col", "hr", "img", "source", "wbr" }.ToFrozenSet();

    private static readonly FrozenSet<string> Inlines = new[]
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "picture",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    }.ToFrozenSet();

    private static readonly IReadOnlyList<HtmlNode> NoChildren = [];
    private static readonly IReadOnlyList<HtmlAttribute> NoAttributes = [];

    private List<HtmlAttribute>? attributes;
    private List<HtmlNode>? children;

    public string Name { get; } = name;

    public IReadOnlyList<HtmlAttribute> Attributes => attributes ?? NoAttributes;

    public IReadOnlyList<HtmlNode> Children => children ?? NoChildren;

    public bool IsVoid => Voids.Contains(Name);

    /// <summary>Whether it stands within a line; unknown elements do not.</summary>
    public bool IsInline => Inlines.Contains(Name);

    /// <summary>Whether anything in it would end a paragraph around it.</summary>
    public bool HoldsBlock()
    {
        foreach (var child in Children)
        {
            if (child is HtmlElement element && (!element.IsInline || element.HoldsBlock()))
            {
                return element.Name.Length > 0 || element.HoldsBlock();
            }
        }

        return false;
    }

    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value, _) in Attributes)
            {
                if (string.Equals(key, attribute, StringComparison.Ordinal))
                {
                    return value;
                }
            }

            return null;
        }
    }

    public HtmlElement With(string attribute, string value)
    {
        (attributes ??= []).Add(new HtmlAttribute(attribute, value));
        return this;
    }

    /// <summary>An address of the site, or a list of them, each with the mark before it.</summary>
    public HtmlElement WithRooted(string attribute, string value)
    {
        (attributes ??= []).Add(new HtmlAttribute(attribute, value, IsRooted: true));
        return this;
    }

    public HtmlElement Add(HtmlNode child)
    {
        (children ??= []).Add(child);
        return this;
    }

    public HtmlElement AddFirst(HtmlNode child)
    {
        (children ??= []).Insert(0, child);
        return this;
    }

    public HtmlElement Take(IEnumerable<HtmlAttribute> all)
    {
        (attributes ??= []).AddRange(all);
        return this;
    }

    public void ReplaceLast(HtmlNode child) => children![^1] = child;

    public HtmlElement Add(string text) => Add(new HtmlText(text.AsMemory()));

    /// <summary>Is it ours, of this class?</summary>
    public bool Is(string element, string className) =>
        string.Equals(Name, element, StringComparison.Ordinal)
        && string.Equals(this["class"], className, StringComparison.Ordinal);

    /// <summary>The same element without its children and without what must be unique in a page.</summary>
    public HtmlElement Shell()
    {
        var shell = new HtmlElement(Name);
        foreach (var attribute in Attributes)
        {
            if (attribute.Name is not ("id" or "aria-labelledby" or "aria-describedby"))
            {
                (shell.attributes ??= []).Add(attribute);
            }
        }

        return shell;
    }
}
