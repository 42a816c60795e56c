using System.Collections.Concurrent;
using Pamphlet.Desk;
using Pamphlet.Posts;

namespace Pamphlet.Writing.Reviewing;

/// <summary>
/// Whose hands touched a text since the program started: in memory alone, so that no disk ties an account to a text and by it to
/// a pen name. After a start nobody is known; then two people must approve, for one of them at least did not write it.
/// </summary>
internal sealed class Hands
{
    private readonly ConcurrentDictionary<PostId, Known> texts = new();

    public void Wrote(PostId text, EditorId editor)
    {
        var known = Of(text);
        lock (known)
        {
            known.Writers.Add(editor);
            known.Approvers.Clear();
        }
    }

    /// <returns>Whether the text now has the approval of somebody who did not write it.</returns>
    public Approval Approve(PostId text, EditorId editor)
    {
        var known = Of(text);
        lock (known)
        {
            if (known.Writers.Contains(editor))
            {
                return Approval.OwnText;
            }

            known.Approvers.Add(editor);
            return known.Writers.Count > 0 || known.Approvers.Count > 1 ? Approval.Given : Approval.NeedsOneMore;
        }
    }

    public void Forget(PostId text) => texts.TryRemove(text, out _);

    private Known Of(PostId text) => texts.GetOrAdd(text, _ => new Known());

    private sealed class Known
    {
        public HashSet<EditorId> Writers { get; } = [];

        public HashSet<EditorId> Approvers { get; } = [];
    }
}

internal enum Approval
{
    Given,

    /// <summary>Whoever wrote it cannot be its second pair of eyes.</summary>
    OwnText,

    /// <summary>The program was started since and does not know who wrote it: somebody else approves too.</summary>
    NeedsOneMore,
}
