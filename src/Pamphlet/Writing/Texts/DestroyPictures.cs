using Microsoft.EntityFrameworkCore;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Texts;

/// <summary>Takes pictures out of the database that nothing shows any more: what lies there lies on a disk that can be seized.</summary>
internal static class DestroyPictures
{
    /// <summary>What is scrubbed afterwards, outside the transaction.</summary>
    public static IReadOnlyList<Type> Tables { get; } = [typeof(Picture), typeof(PictureFile)];

    /// <param name="alsoInOldVersions">Whether a picture stays that only an earlier version of a text names.</param>
    /// <returns>Those that are gone.</returns>
    public static async Task<IReadOnlyList<PictureId>> UnlessShownAsync(
        Database database,
        PublicationId paper,
        IReadOnlyCollection<PictureId> pictures,
        bool alsoInOldVersions,
        CancellationToken cancellationToken
    )
    {
        var gone = new List<PictureId>();
        foreach (var picture in pictures)
        {
            if (
                await IsShownAsync(database, paper, picture, cancellationToken)
                || (alsoInOldVersions && await WasShownAsync(database, paper, picture, cancellationToken))
            )
            {
                continue;
            }

            await database
                .Set<PictureFile>()
                .Where(file => file.PublicationId == paper && file.PictureId == picture)
                .ExecuteDeleteAsync(cancellationToken);
            await database
                .Set<Picture>()
                .Where(one => one.PublicationId == paper && one.Id == picture)
                .ExecuteDeleteAsync(cancellationToken);
            gone.Add(picture);
        }

        return gone;
    }

    private static async Task<bool> IsShownAsync(
        Database database,
        PublicationId paper,
        PictureId picture,
        CancellationToken cancellationToken
    )
    {
        var name = $"picture:{picture}";
        return await database
                .Set<Post>()
                .AnyAsync(
                    post =>
                        post.PublicationId == paper && (post.Markdown.Contains(name) || post.LeadPicture == picture),
                    cancellationToken
                )
            || await database
                .Set<UnsavedText>()
                .AnyAsync(text => text.PublicationId == paper && text.Markdown.Contains(name), cancellationToken)
            || await database
                .Set<PenName>()
                .AnyAsync(one => one.PublicationId == paper && one.About.Contains(name), cancellationToken)
            || await database
                .Set<Series>()
                .AnyAsync(one => one.PublicationId == paper && one.About.Contains(name), cancellationToken);
    }

    private static Task<bool> WasShownAsync(
        Database database,
        PublicationId paper,
        PictureId picture,
        CancellationToken cancellationToken
    )
    {
        var name = $"picture:{picture}";
        return database
            .Set<Revision>()
            .AnyAsync(before => before.PublicationId == paper && before.Markdown.Contains(name), cancellationToken);
    }
}
