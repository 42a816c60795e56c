using Pamphlet.Comments;
using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Writing;

/// <summary>The place of one comment, decided before its words are read.</summary>
/// <param name="Known">The paper's own version, or null: it is new.</param>
/// <param name="By">The author of the paper who wrote it, or null: a reader.</param>
internal sealed record CommentPlan(
    SourceEntry Facts,
    TextPlan Text,
    string SourceId,
    CommentId Id,
    KnownComment? Known,
    CommentPlan? Parent,
    int Depth,
    string ThreadPath,
    CommentState State,
    Person? By
)
{
    /// <summary>Whether another comment that is kept answers it.</summary>
    public bool IsAnswered { get; set; }
}
