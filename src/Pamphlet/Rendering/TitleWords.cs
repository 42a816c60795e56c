using Pamphlet.Rendering.Typography;

namespace Pamphlet.Rendering;

/// <summary>A title, or another single line that is no Markdown, with the marks that the text below it gets.</summary>
internal static class TitleWords
{
    public static string Of(string typed, Language language) =>
        new Typesetter(language).Set(typed.AsMemory(), hasMore: false).ToString();
}
