using Pamphlet.Copies;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.Reading;

namespace Pamphlet.Tests.Copies;

/// <summary>The sample paper as an edition on a shelf, made once; nobody changes it.</summary>
public sealed class CopiedPaper : IDisposable
{
    private readonly TestShelf shelf = new();

    public CopiedPaper()
    {
        using var draft = shelf.Shelf.Begin(isWhole: true);
        foreach (var plan in SitePlan.Everything(SamplePaper.Catalogue))
        {
            var path = plan is EditionPlan ? plan.Path.Value : $"data/{plan.Path.Value}";
            draft.Put(
                SitePath.From(path),
                SamplePaper.Page(plan),
                plan is GonePlan ? EntryState.Gone : EntryState.Listed
            );
        }

        draft.Put(SitePath.From($"data/{SamplePicture.Shown.Files[0].Path}"), SamplePicture.Draw());
        Edition = shelf.Shelf.Publish(draft, Shown.Nothing with { UpTo = 1 }, TestShelf.Build, forget: false);
        Paper = PaperCopy.Of(Edition)!;
    }

    internal Edition Edition { get; }

    internal PaperCopy Paper { get; }

    public void Dispose() => shelf.Dispose();
}
