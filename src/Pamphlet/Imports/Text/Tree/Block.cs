using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Tree;

/// <summary>What a converted text is made of, before it is printed as Markdown.</summary>
internal abstract record Block;

internal sealed record Paragraph(IReadOnlyList<Run> Runs) : Block;

/// <param name="Level">2 to 4: the title is the only first heading.</param>
internal sealed record Heading(int Level, IReadOnlyList<Run> Runs) : Block;

/// <param name="Source">Where it comes from; empty where nobody said.</param>
internal sealed record Quotation(IReadOnlyList<Block> Blocks, IReadOnlyList<Run> Source) : Block;

/// <param name="Start">The first number, or null: bullets.</param>
internal sealed record ItemList(int? Start, IReadOnlyList<IReadOnlyList<Block>> Items) : Block;

internal sealed record Definitions(IReadOnlyList<Definition> Entries) : Block;

internal sealed record Definition(
    IReadOnlyList<IReadOnlyList<Run>> Terms,
    IReadOnlyList<IReadOnlyList<Block>> Meanings
);

internal sealed record CodeText(string Text, string Language) : Block;

internal sealed record Rule : Block;

/// <summary>A picture with its caption.</summary>
internal sealed record Figure(IReadOnlyList<Run> Pictures, IReadOnlyList<IReadOnlyList<Run>> Caption) : Block;

internal sealed record VerseText(IReadOnlyList<IReadOnlyList<Run>> Lines) : Block;

/// <param name="Header">As many cells as the rows have; cells may be empty.</param>
internal sealed record PipeTable(
    IReadOnlyList<IReadOnlyList<Run>> Header,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows
) : Block;

/// <summary>HTML that Markdown cannot say, without an empty line, for an empty line would end it.</summary>
internal sealed record HtmlText(string Html) : Block;

internal sealed record Details(string Summary, IReadOnlyList<Block> Blocks) : Block;

internal sealed record Foreign(Language Language, IReadOnlyList<Block> Blocks) : Block;

internal sealed record Note(string Label, IReadOnlyList<Block> Blocks) : Block;

internal sealed record Cut : Block;
