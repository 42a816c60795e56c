using System.Buffers;
using System.Collections.Concurrent;
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

    private readonly ConcurrentBag<LostMedia> lost = [];

    /// <summary>The pages that showed a picture before and do not show it now.</summary>
    public IReadOnlyCollection<LostMedia> Lost => lost;

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
        if (before.Count > 0)
        {
            before.ExceptWith(MediaShown.By(now));
        }

        if (before.Count > 0)
        {
            lost.Add(new LostMedia(file, before));
        }
    }
}

/// <summary>A page of the edition before, and the pictures' files that it shows no more.</summary>
internal sealed record LostMedia(SitePath Page, IReadOnlySet<string> Files);
