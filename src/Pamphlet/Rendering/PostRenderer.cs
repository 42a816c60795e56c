namespace Pamphlet.Rendering;

/// <summary>Editors' Markdown (<c>docs/writing.md</c>) to HTML. Pure: no clock, no database, no network.</summary>
internal static class PostRenderer
{
    public static RenderedText Render(string markdown, RenderContext context) => throw new NotSupportedException();
}
