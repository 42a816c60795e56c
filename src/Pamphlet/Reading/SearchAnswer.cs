using System.Buffers;

namespace Pamphlet.Reading;

/// <summary>What was found for a reader's words: the one page that is made when it is asked for. It lies at the root.</summary>
/// <param name="Typed">The words as they were typed.</param>
/// <param name="Total">How many texts hold them; <see cref="Found"/> may be some of these.</param>
/// <param name="Next">The query of the next page, <c>?q=…&amp;page=2</c>, or null: there is none.</param>
internal sealed record SearchAnswer(string Typed, int Total, IReadOnlyList<FoundText> Found, string? Next)
{
    /// <summary>Links that keep fewer of what was found.</summary>
    public IReadOnlyList<Narrowing> Narrowings { get; init; } = [];

    /// <summary>Where nothing was found: words near the typed ones that the paper has; or null.</summary>
    public MeantWords? Meant { get; init; }

    public void WriteTo(IBufferWriter<byte> output, Catalogue catalogue) =>
        PageWriter.WriteSearch(this, catalogue, output);
}

/// <param name="Back">Where a choice was made: the address without it.</param>
internal sealed record Narrowing(NarrowedBy By, IReadOnlyList<NarrowingChoice> Choices, string? Back);

/// <param name="Count">How many texts it would leave.</param>
internal sealed record NarrowingChoice(string Name, int Count, string Address);

internal enum NarrowedBy
{
    Author,
    Tag,
    Year,
    Language,
}

internal sealed record MeantWords(string Words, string Address);

/// <param name="Place">The words where they stand in the text, and what is around them.</param>
internal sealed record FoundText(Card Card, IReadOnlyList<FoundWords> Place);

/// <param name="IsMarked">Whether these are words that were asked for.</param>
internal sealed record FoundWords(string Text, bool IsMarked);
