using Pamphlet.Editions.Shelving;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>Puts the pictures into a draft that its pages turned out to show.</summary>
internal static class PutPictures
{
    public static async Task RunAsync(
        EditionDraft draft,
        ShownPictures pictures,
        Database database,
        PublicationId publication,
        CancellationToken cancellationToken
    )
    {
        foreach (var picture in pictures.Asked)
        {
            // The name is the content's hash: a file of that name has that content, and need not be read again.
            if (picture.Files.All(file => draft.Keep(DraftPages.InData(Seal.SitePath.From(file.Path)))))
            {
                continue;
            }

            foreach (var (path, content) in await pictures.ReadAsync(database, publication, picture, cancellationToken))
            {
                draft.PutOnce(DraftPages.InData(path), content);
            }
        }
    }
}
