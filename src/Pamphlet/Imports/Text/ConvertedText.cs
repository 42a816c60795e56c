namespace Pamphlet.Imports.Text;

/// <summary>Another system's HTML in this paper's Markdown (<c>docs/writing.md</c>), in NFC.</summary>
/// <param name="Markdown">Without a line end at its end; <c>""</c> for a body without words or pictures.</param>
/// <param name="Pictures">The <c>picture:ID</c> it shows, in order, each once.</param>
/// <param name="MissingPictures">The addresses that became links because nobody had the picture, in order.</param>
/// <param name="Dropped">How often what was left out, by kind: <c>script</c>, <c>form</c>, <c>frame youtube.com</c> (its link is kept), <c>address file</c> …</param>
/// <param name="HasCut">Whether the text said where its beginning ends.</param>
internal sealed record ConvertedText(
    string Markdown,
    IReadOnlyList<string> Pictures,
    IReadOnlyList<string> MissingPictures,
    IReadOnlyDictionary<string, int> Dropped,
    bool HasCut
);
