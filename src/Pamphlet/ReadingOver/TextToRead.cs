namespace Pamphlet.ReadingOver;

/// <summary>Everything that readers will see of a text.</summary>
internal sealed record TextToRead(string Title, string Markdown)
{
    public string Subtitle { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>The last part of its address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The names that will stand under it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The pictures whose faces were blurred here, by the 16 digits that the text names them with.</summary>
    public IReadOnlySet<string> Blurred { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the paper has the picture of these digits.</summary>
    public Func<string, bool> Has { get; init; } = _ => true;

    /// <summary>Whether folded words, parted by single spaces, are on the collective's list.</summary>
    public Func<string, bool> IsNeverPublished { get; init; } = _ => false;

    /// <summary>Texts that must not be recognised in this one, such as a letter that was just opened.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];
}
