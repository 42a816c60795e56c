namespace Pamphlet.Imports.Writing;

/// <summary>Counts while an import runs; a <see cref="ImportReport"/> at its end.</summary>
internal sealed class Tally
{
    /// <summary>More notes than anybody reads; the rest is counted.</summary>
    private const int MostNotes = 500;

    private readonly SortedDictionary<string, int> dropped = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];
    private int unwritten;

    public int PublishedPosts { get; set; }

    public int DraftPosts { get; set; }

    public int PublishedPages { get; set; }

    public int DraftPages { get; set; }

    public int PublishedComments { get; set; }

    public int QueuedComments { get; set; }

    public int DroppedComments { get; set; }

    public int Tombstones { get; set; }

    public int FoundPictures { get; set; }

    public int MissingPictures { get; set; }

    public int Addresses { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Kept { get; set; }

    public void Drop(string kind, int times = 1) => dropped[kind] = dropped.GetValueOrDefault(kind) + times;

    public void Note(string note)
    {
        if (notes.Count < MostNotes)
        {
            notes.Add(note);
        }
        else
        {
            unwritten++;
        }
    }

    public ImportReport Report(string format, string blog, IReadOnlyList<AuthorCount> authors) =>
        new(
            format,
            blog,
            new TextCounts(PublishedPosts, DraftPosts),
            new TextCounts(PublishedPages, DraftPages),
            new CommentCounts(PublishedComments, QueuedComments, DroppedComments, Tombstones),
            new MediaCounts(FoundPictures, MissingPictures),
            Addresses,
            authors,
            dropped,
            new ChangeCounts(Added, Updated, Unchanged, Kept),
            unwritten == 0 ? notes : [.. notes, $"… and {unwritten} notes more."]
        );
}
