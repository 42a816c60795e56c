using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Building;

/// <summary>Puts the pictures into a draft that its pages turned out to show.</summary>
internal static class PutPictures
{
    public static async Task RunAsync(EditionDraft draft, ShownPictures pictures, CancellationToken cancellationToken)
    {
        foreach (var id in pictures.Asked)
        {
            // The name is the content's hash: a file of that name has that content, and need not be read again.
            if (pictures[id].Files.All(file => draft.Keep(DraftPages.InData(SitePath.From(file.Path)))))
            {
                continue;
            }

            foreach (var (path, content) in await pictures.ReadAsync(id, cancellationToken))
            {
                draft.PutOnce(DraftPages.InData(path), content);
            }
        }
    }
}
