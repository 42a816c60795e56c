using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Everything that an export holds but its words: comments stand before their posts, so nothing can be placed before all was
/// seen once. Ten thousand posts take some megabytes here, and their words none.
/// </summary>
internal sealed class Survey
{
    private readonly SourceBlog blog;
    private readonly Dictionary<string, SourceEntry> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceEntry> comments = new(StringComparer.Ordinal);

    private Survey(SourceBlog blog)
    {
        this.blog = blog;
    }

    /// <summary>Posts and pages by number, those in the bin left out.</summary>
    public IReadOnlyDictionary<string, SourceEntry> Texts => texts;

    /// <summary>By number.</summary>
    public IReadOnlyDictionary<string, SourceEntry> Comments => comments;

    public static Survey Of(SourceBlog blog, Tally tally, CancellationToken cancellationToken)
    {
        var survey = new Survey(blog);
        foreach (var entry in blog.Entries(cancellationToken))
        {
            survey.Take(entry with { Html = "" }, tally);
        }

        return survey;
    }

    /// <summary>The texts, or the comments, with their words, in the file's order, one at a time.</summary>
    public IEnumerable<SourceEntry> WithWords(bool ofComments, CancellationToken cancellationToken)
    {
        var wanted = ofComments ? comments : texts;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return blog.Entries(cancellationToken)
            .Where(entry =>
                (entry.Kind == EntryKind.Comment) == ofComments
                && !entry.IsTrashed
                && wanted.ContainsKey(entry.Number)
                && seen.Add(entry.Number)
            );
    }

    private void Take(SourceEntry entry, Tally tally)
    {
        foreach (var kind in entry.LeftBehind)
        {
            tally.Drop(kind);
        }

        var isComment = entry.Kind == EntryKind.Comment;
        if (entry.IsTrashed)
        {
            tally.Drop(isComment ? "comment in the bin" : "text in the bin");
            tally.DroppedComments += isComment ? 1 : 0;
        }
        else if (entry.Number.Length == 0)
        {
            tally.Note($"An entry has no number («{entry.Id}»): it was left out.");
        }
        else if (!(isComment ? comments : texts).TryAdd(entry.Number, entry))
        {
            tally.Note($"Entry {entry.Number} stands twice in the file: the first was taken.");
        }
    }
}
