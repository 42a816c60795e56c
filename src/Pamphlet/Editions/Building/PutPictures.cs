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
            foreach (var (path, content) in await pictures.ReadAsync(database, publication, picture, cancellationToken))
            {
                var file = DraftPages.InData(path);
                if (!IsThere(draft, file))
                {
                    draft.Put(file, content);
                }
            }
        }
    }

    // The name is the content's hash: a file of that name has that content.
    private static bool IsThere(EditionDraft draft, Seal.SitePath file) =>
        draft.Files.ContainsKey(file)
        || (!draft.IsWhole && draft.Before!.TryFind(System.Text.Encoding.UTF8.GetBytes(file.Value), out _));
}
