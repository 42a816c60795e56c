using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary>A text with what stands around each of its pages: what else can be done with it.</summary>
internal sealed record TextFrame(Visit Visit, Post Post, DeskText Desk, PostId? Correction)
{
    public string Address => TextAddress.Of(Post.Id);

    public string Title => Post.Title.Length > 0 ? Post.Title : Visit.Words.Writing.Text.Untitled;

    public bool IsCorrection => Desk.Corrects is not null;

    public bool IsDraft => Post.State == PostState.Draft;

    public bool MayEdit => Visit.Editor.Acts.Has(Act.Edit);

    public static async Task<TextFrame?> FindAsync(
        Visit visit,
        Database database,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (TextAddress.Read(id) is not { } post)
        {
            return null;
        }

        var store = new TextStore(database, visit.Paper.Id);
        return await store.FindAsync(post, cancellationToken) is { } found
            ? new TextFrame(
                visit,
                found,
                await store.DeskTextAsync(post, cancellationToken),
                await store.CorrectionOfAsync(post, cancellationToken)
            )
            : null;
    }

    /// <summary>The pages of this text, the one that is open marked.</summary>
    public IEnumerable<(string Address, string Title, bool IsHere)> Parts(string here)
    {
        var words = Visit.Words.Writing.Text;
        yield return Part("", words.Write);
        if (IsDraft)
        {
            yield return Part("details", words.Details);
            yield return Part("pictures", words.Pictures);
            yield return Part("review", words.Review);
            yield return Part("link", words.Link);
            yield return Part("publish", IsCorrection ? words.Correct : words.Publish);
        }

        if (Post.State == PostState.Published && MayEdit)
        {
            yield return Part("withdraw", words.Withdraw);
        }

        yield return Part("revisions", words.Revisions);
        if (IsDraft && !IsCorrection && MayEdit)
        {
            yield return Part(ThrowAwayPage.Part, words.ThrowAway);
        }

        (string, string, bool) Part(string part, string title) =>
            (TextAddress.Of(Post.Id, part), title, string.Equals(part, here, StringComparison.Ordinal));
    }
}
