namespace Pamphlet.Rendering;

/// <summary>A post's Markdown, rendered once.</summary>
/// <param name="Body">The whole text, with its notes at the end.</param>
/// <param name="Excerpt">The beginning for lists, cut from the rendered tree: never a torn tag, a note without its text, or half a quotation.</param>
/// <param name="IsCut">Whether the excerpt is less than the body.</param>
/// <param name="Plain">The body's words alone, one paragraph a line: for search, snippets and descriptions.</param>
/// <param name="Words">How many words; for Vietnamese, syllables.</param>
/// <param name="Dropped">What a stranger's HTML held and we did not take, by kind.</param>
internal sealed record RenderedText(
    SafeHtml Body,
    SafeHtml Excerpt,
    bool IsCut,
    string Plain,
    int Words,
    IReadOnlyDictionary<string, int> Dropped
)
{
    /// <summary>Whether the body holds the place <c>#more</c>, where its author ended the excerpt.</summary>
    public bool HasCutMark { get; init; }

    /// <summary>Minutes to read it at 230 words a minute, at least one.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round(Words / 230.0));
}

/// <summary>What a text needs to know of the house around it. Rendering asks nobody else: the same input gives the same bytes.</summary>
/// <param name="Language">The text's own language: quotation marks and the words «Notes» and «Back» follow it.</param>
/// <param name="PictureOf">The picture that <c>picture:ID</c> names, or null where there is none.</param>
/// <param name="AddressOf">Where an address of the site leads now (old addresses included), or null: keep it as it stands.</param>
internal sealed record RenderContext(
    Language Language,
    Func<string, ShownPicture?> PictureOf,
    Func<string, string?> AddressOf
);

/// <summary>A picture as pages show it. Paths are from the root, without a slash before.</summary>
internal sealed record ShownPicture(int Width, int Height, IReadOnlyList<ShownPictureFile> Files);

/// <param name="Path"><c>media/0123456789abcdef.jpg</c></param>
/// <param name="MediaType"><c>image/jpeg</c></param>
internal sealed record ShownPictureFile(string Path, string MediaType, int Width, int Height);
