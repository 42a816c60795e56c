using Markdig.Syntax;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

internal static class Code
{
    /// <summary>Code reads from left to right in every language.</summary>
    public static HtmlElement Build(CodeBlock source) =>
        new HtmlElement("pre").With("dir", "ltr").Add(new HtmlElement("code").Add(source.Lines.ToString() + "\n"));
}
