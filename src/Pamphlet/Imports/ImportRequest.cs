using Pamphlet.Pictures.Fetching;
using Pamphlet.Rendering;

namespace Pamphlet.Imports;

/// <summary>What the operator asked for: <c>pamphlet import FILE|DIR|ZIP …</c></summary>
/// <param name="Path">A file, a folder or a zip, of whatever name.</param>
internal sealed record ImportRequest(string Path)
{
    /// <summary>Which blog of an export that holds several: its title, its number or its blogspot name.</summary>
    public string? Blog { get; init; }

    /// <summary>Tells what would happen and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Where the old site lived, for an export that does not say it (a Takeout with a domain of its own); all of its names.</summary>
    public IReadOnlyList<Uri> Sites { get; init; } = [];

    /// <summary>Wins over what the export says.</summary>
    public Language? Language { get; init; }

    /// <summary>A file of old names and the pen names that take their place; see <see cref="Writing.NameMap"/>.</summary>
    public string? Authors { get; init; }

    /// <summary>The same, for whoever has no such file; wins over it.</summary>
    public IReadOnlyDictionary<string, string>? Names { get; init; }

    /// <summary>The export itself where no file of that path holds it; <see cref="Path"/> is then only what it is called.</summary>
    public ExportContent? Content { get; init; }

    /// <summary>A paper that was founded keeps its name, its line and its language, though nothing was published in it yet.</summary>
    public bool KeepsName { get; init; }

    /// <summary>
    /// What is public in the export waits as a draft, and no public text changes: who moves it in may not publish alone.
    /// </summary>
    public bool AsDrafts { get; init; }

    /// <summary>Fetches pictures that the export lacks. It tells the old host who moves, so nobody does it unasked.</summary>
    public bool FetchPictures { get; init; }

    /// <summary>How they are fetched: through which proxy, how many at once.</summary>
    public FetchWishes Fetching { get; init; } = new();
}

/// <param name="Length">In bytes.</param>
/// <param name="Open">Opens it anew, seekable; several passes read it.</param>
internal sealed record ExportContent(long Length, Func<Stream> Open);

/// <param name="Stage">In the operator's words: <c>reading</c>, <c>texts</c> …</param>
/// <param name="Of">How many there are, or 0: not known yet.</param>
internal sealed record ImportProgress(string Stage, int Done, int Of);
