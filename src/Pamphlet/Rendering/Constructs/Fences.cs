using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

internal static class Fences
{
    public static void Add(FenceBlock source, HtmlElement into, TreeBuilder tree)
    {
        switch (source.Kind)
        {
            case FenceKind.Epigraph:
                into.Add(Quotations.BuildEpigraph(source, tree));
                break;
            case FenceKind.Figure:
                into.Add(Figures.Build(source, tree));
                break;
            case FenceKind.Interview:
                Interviews.Add(source, into, tree);
                break;
            case FenceKind.Language:
                AddPassage(source, into, tree);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(source));
        }
    }

    private static void AddPassage(FenceBlock source, HtmlElement into, TreeBuilder tree)
    {
        var language = Language.From(source.Argument);
        var passage = new HtmlElement("div").With("lang", language.Tag).With("dir", language.Direction);
        tree.InLanguage(language, () => tree.AddBlocks(source, passage));
        into.Add(passage);
    }
}
