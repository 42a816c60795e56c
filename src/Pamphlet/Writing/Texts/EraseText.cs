using Microsoft.EntityFrameworkCore;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;

namespace Pamphlet.Writing.Texts;

/// <summary>
/// Destroys a draft for ever: its words, what it said before, what was typed and not saved, remarks and links; its pictures,
/// subjects and series where nothing else has them. A text that was public is withdrawn instead.
/// </summary>
internal sealed class EraseText(Database database, PublicationId paper)
{
    /// <returns>False: it is no draft, or none any more.</returns>
    public async Task<bool> RunAsync(PostId id, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<PictureId> pictures;
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            pictures = await PicturesAsync(id, cancellationToken);
            var tags = await database
                .Set<PostTag>()
                .Where(tag => tag.PublicationId == paper && tag.PostId == id)
                .Select(tag => tag.TagId)
                .ToListAsync(cancellationToken);
            var series = await Drafts(id).Select(post => post.SeriesId).FirstOrDefaultAsync(cancellationToken);

            // Whatever hangs on the row goes with it by the database's own keys: nothing that a later table brings is forgotten.
            if (await Drafts(id).ExecuteDeleteAsync(cancellationToken) == 0)
            {
                return false;
            }

            await database
                .Set<Tag>()
                .Where(tag => tag.PublicationId == paper && tags.Contains(tag.Id))
                .Where(tag => !database.Set<PostTag>().Any(one => one.PublicationId == paper && one.TagId == tag.Id))
                .ExecuteDeleteAsync(cancellationToken);
            await database
                .Set<Series>()
                .Where(one => one.PublicationId == paper && one.Id == series)
                .Where(one => !database.Set<Post>().Any(post => post.PublicationId == paper && post.SeriesId == one.Id))
                .ExecuteDeleteAsync(cancellationToken);
            pictures = await DestroyPictures.UnlessShownAsync(
                database,
                paper,
                pictures,
                alsoInOldVersions: true,
                cancellationToken
            );
            await transaction.CommitAsync(cancellationToken);
        }

        await new ScrubDatabase(database).RunAsync(
            [
                typeof(Post),
                typeof(Revision),
                typeof(UnsavedText),
                typeof(Reviewing.Remark),
                typeof(Tag),
                typeof(Series),
                .. pictures.Count > 0 ? DestroyPictures.Tables : [],
            ],
            cancellationToken
        );
        return true;
    }

    private IQueryable<Post> Drafts(PostId id) =>
        database
            .Set<Post>()
            .Where(post => post.PublicationId == paper && post.Id == id && post.State == PostState.Draft);

    /// <summary>All that it shows, showed, or would show if what is unsaved were saved.</summary>
    private async Task<IReadOnlyCollection<PictureId>> PicturesAsync(PostId id, CancellationToken cancellationToken)
    {
        var store = new TextStore(database, paper);
        var post = await Drafts(id).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var texts = new List<string> { post?.Markdown ?? "" };
        texts.AddRange((await store.RevisionsAsync(id, cancellationToken)).Select(before => before.Markdown));
        texts.AddRange((await store.UnsavedAsync(id, cancellationToken)).Select(typed => typed.Markdown));
        var lead = post?.LeadPicture is { } picture ? new[] { picture } : [];
        return [.. texts.SelectMany(DraftPage.IdsIn).Concat(lead).Distinct()];
    }
}
