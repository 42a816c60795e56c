using System.Globalization;
using Markdig.Syntax;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Headings of one text: below its title, without a gap between levels, each with an address of its own.</summary>
internal sealed class Headings
{
    private const int Deepest = 4;
    private const string Prefix = "s-";

    private readonly Stack<int> open = new();
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    /// <summary>The id of the heading that a link within the text names.</summary>
    /// <remarks>The prefix keeps a heading named «search» or «c12» from taking the place of a part of the page.</remarks>
    public static string IdOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith("note", StringComparison.Ordinal)
            ? name
            : Prefix + Slug.Of(name);

    /// <summary>The id of a place that somebody's own HTML names.</summary>
    public static string PlaceOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
            ? Prefix + Slug.Of(name[Prefix.Length..])
            : Prefix + Slug.Of(name);

    public HtmlElement Build(HeadingBlock heading, TreeBuilder tree)
    {
        while (open.Count > 0 && open.Peek() >= heading.Level)
        {
            open.Pop();
        }

        open.Push(heading.Level);
        var level = Math.Min(open.Count + 1, Deepest);
        var id = Unique(Prefix + Slug.Of(Words.Of(heading.Inline)));
        return tree.AddWords(
            heading,
            new HtmlElement(
                level == 2 ? "h2"
                : level == 3 ? "h3"
                : "h4"
            ).With("id", id)
        );
    }

    private string Unique(string id)
    {
        while (!used.TryAdd(id, 1))
        {
            var next = ++used[id];
            id += "-" + next.ToString(CultureInfo.InvariantCulture);
        }

        return id;
    }
}
