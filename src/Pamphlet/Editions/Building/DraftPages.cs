using System.Buffers;
using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Building;

/// <summary>Writes planned pages into a draft. Several threads may.</summary>
internal sealed class DraftPages(EditionDraft draft, Catalogue catalogue)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? page;

    private volatile bool losesPicture;

    /// <summary>Whether a page showed a picture before that it does not show now.</summary>
    public bool LosesPicture => losesPicture;

    public void Write(PagePlan plan, Func<PostId, Article> articleOf)
    {
        var buffer = page ??= new ArrayBufferWriter<byte>(64 * 1024);
        buffer.ResetWrittenCount();
        PageWriter.Write(plan, catalogue, articleOf, buffer);
        var file = FileOf(plan);
        Compare(file, buffer.WrittenSpan);
        draft.Put(file, buffer.WrittenSpan, plan is GonePlan ? EntryState.Gone : EntryState.Listed);
    }

    public void Drop(SitePath path)
    {
        var file = IsOfEdition(path) ? path : InData(path);
        Compare(file, []);
        draft.Drop(file);
    }

    public static SitePath InData(SitePath path) => SitePath.From($"data/{path.Value}");

    // Pages lie in data/; what tells about the edition lies beside it.
    private static SitePath FileOf(PagePlan plan) => plan is EditionPlan ? plan.Path : InData(plan.Path);

    private static bool IsOfEdition(SitePath path) => path.Value.StartsWith("edition/", StringComparison.Ordinal);

    private void Compare(SitePath file, ReadOnlySpan<byte> now)
    {
        if (draft.IsWhole || !draft.Before!.TryFind(Encoding.UTF8.GetBytes(file.Value), out var old))
        {
            return;
        }

        var before = MediaShown.By(draft.Before.Bytes(old.Forms.Identity));
        if (before.Count > 0 && !before.IsSubsetOf(MediaShown.By(now)))
        {
            losesPicture = true;
        }
    }
}
