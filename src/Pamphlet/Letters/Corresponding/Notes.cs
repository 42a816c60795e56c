using Pamphlet.Letters.Between;

namespace Pamphlet.Letters.Corresponding;

/// <summary>What stands in the notebook: what is kept of each thread, and which papers the collective knows.</summary>
internal sealed class Notes
{
    public List<ThreadNotes> Threads { get; init; } = [];

    /// <summary>They go with no week: a friend is known until somebody says otherwise.</summary>
    public List<PaperContact> Papers { get; init; } = [];

    /// <returns>Null: nobody said yet whether this is they.</returns>
    public PaperContact? Paper(MailThread thread) =>
        Papers.Find(one => string.Equals(one.Paper, thread.Name, StringComparison.Ordinal));

    /// <summary>Takes the place of what was known of the same paper.</summary>
    public void Know(PaperContact paper)
    {
        Papers.RemoveAll(one => string.Equals(one.Paper, paper.Paper, StringComparison.Ordinal));
        Papers.Add(paper);
    }
}
