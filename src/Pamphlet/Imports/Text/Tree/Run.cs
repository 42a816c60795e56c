namespace Pamphlet.Imports.Text.Tree;

/// <summary>A piece of a paragraph that looks the same from its beginning to its end.</summary>
/// <remarks>
/// Runs are flat, as in a word processor: HTML from the wild nests blocks in links and emphasis in whatever it likes, and a
/// flat list cannot be torn.
/// </remarks>
/// <param name="Text">The words; for a picture <c>picture:ID</c>; for a note its label; for HTML a tag.</param>
internal sealed record Run(RunKind Kind, string Text, RunStyle Style)
{
    /// <summary>Of a picture: the words for whoever cannot see it.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Of a picture: so small that it stands in its line like a letter.</summary>
    public bool IsSmall { get; init; }

    public bool IsWords => Kind is RunKind.Text && !Blank.Is(Text);

    public static Run Words(string text, RunStyle style) => new(RunKind.Text, text, style);

    public static Run Break(RunStyle style) => new(RunKind.Break, "", style);
}

internal enum RunKind
{
    Text,
    Break,
    Picture,

    /// <summary>Leads to a note.</summary>
    NoteMark,

    /// <summary>A note's own text begins here.</summary>
    NoteStart,

    /// <summary>A tag of a construct that only HTML can say (ruby).</summary>
    Tag,
}
