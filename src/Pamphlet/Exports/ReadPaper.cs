using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Exports;

/// <summary>Reads what may leave the house: every column is named here, and none leaves by being new.</summary>
internal sealed class ReadPaper(Database database, Publication paper)
{
    private readonly PublicationId id = paper.Id;

    public async Task<KeptPaper> PaperAsync(CancellationToken cancellationToken)
    {
        var posts = new PostStore(database, id);
        return new KeptPaper(
            KeptPaper.ThisFormat,
            KeptPaper.ThisVersion,
            paper.Name,
            paper.Line,
            paper.Language.Tag,
            paper.Home,
            paper.FeedId,
            paper.PostsPerPage,
            Word(paper.PopularBy),
            [
                .. (await posts.PenNamesAsync(cancellationToken))
                    .OrderBy(name => name.Slug, StringComparer.Ordinal)
                    .Select(name => new KeptPenName(KeptJson.Id(name.Id), name.Name, name.Slug, name.About)),
            ],
            [
                .. (await posts.TagsAsync(cancellationToken))
                    .OrderBy(tag => tag.Slug, StringComparer.Ordinal)
                    .Select(tag => new KeptTag(KeptJson.Id(tag.Id), tag.Name, tag.Slug)),
            ],
            [
                .. (await posts.SeriesAsync(cancellationToken))
                    .OrderBy(series => series.Slug, StringComparer.Ordinal)
                    .Select(series => new KeptSeries(KeptJson.Id(series.Id), series.Title, series.Slug, series.About)),
            ],
            [
                .. (await posts.OldAddressesAsync(cancellationToken))
                    .OrderBy(address => address.From, StringComparer.Ordinal)
                    .Select(address => new KeptAddress(address.From, address.To, Word(address.Answer))),
            ],
            await PicturesAsync(cancellationToken),
            new KeptLook(
                paper.Ground,
                paper.Accent,
                Word(paper.Lettering),
                paper.OwnStyle,
                paper.FeedsAreWhole,
                Word(paper.Look)
            ),
            new KeptMentions(paper.TakesMentions, paper.Hub),
            await new ReadDiscussion(database, id).RunAsync(cancellationToken)
        );
    }

    private async Task<IReadOnlyList<KeptPicture>> PicturesAsync(CancellationToken cancellationToken)
    {
        var pictures = await database
            .Set<Picture>()
            .AsNoTracking()
            .Where(picture => picture.PublicationId == id)
            .OrderBy(picture => picture.Id)
            .Select(picture => new
            {
                picture.Id,
                picture.Width,
                picture.Height,
                picture.ArrivedAs,
                picture.IsCovered,
            })
            .ToListAsync(cancellationToken);
        var files = (
            await database
                .Set<PictureFile>()
                .AsNoTracking()
                .Where(file => file.PublicationId == id)
                .Select(file => new
                {
                    file.PictureId,
                    file.Width,
                    file.Height,
                    file.Format,
                    file.Hash,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(file => file.PictureId);
        return
        [
            .. pictures.Select(picture => new KeptPicture(
                KeptJson.Id(picture.Id),
                picture.Width,
                picture.Height,
                picture.ArrivedAs,
                [
                    .. files[picture.Id]
                        .OrderBy(file => file.Width)
                        .ThenBy(file => file.Format)
                        .Select(file => new KeptPictureFile(
                            KeptFiles.Picture(KeptJson.Id(picture.Id), file.Width, Word(file.Format)),
                            file.Width,
                            file.Height,
                            Word(file.Format),
                            file.Hash
                        )),
                ],
                picture.IsCovered
            )),
        ];
    }

    /// <summary>All texts, drafts too, one at a time, in the order of their ids, with their words.</summary>
    public async IAsyncEnumerable<(KeptText Text, string Markdown)> TextsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ids = await database
            .Set<Post>()
            .Where(post => post.PublicationId == id)
            .OrderBy(post => post.Id)
            .Select(post => post.Id)
            .ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(200))
        {
            var posts = await database
                .Set<Post>()
                .AsNoTracking()
                .AsSplitQuery()
                .Include(post => post.Bylines)
                .Include(post => post.Tags)
                .Where(post => post.PublicationId == id && some.Contains(post.Id))
                .OrderBy(post => post.Id)
                .ToListAsync(cancellationToken);
            var revisions = await RevisionsAsync(some, cancellationToken);
            var comments = await CommentsAsync(some, cancellationToken);
            var corrections = (await new PostStore(database, id).CorrectionsAsync(some, cancellationToken)).ToLookup(
                one => one.PostId
            );
            foreach (var post in posts)
            {
                var said = corrections[post.Id]
                    .OrderBy(one => one.Number)
                    .Select(one => new KeptCorrection(one.Number, one.On, one.What));
                yield return (
                    Of(post, [.. revisions[post.Id]], [.. comments[post.Id]]) with
                    {
                        Corrections = [.. said],
                    },
                    post.Markdown
                );
            }
        }
    }

    /// <summary>The bytes of one size of a picture.</summary>
    public Task<byte[]> PictureAsync(KeptPicture picture, KeptPictureFile file, CancellationToken cancellationToken)
    {
        var of = KeptJson.Read<PictureId>(picture.Id);
        return database
            .Set<PictureFile>()
            .Where(one => one.PublicationId == id && one.PictureId == of && one.Hash == file.Hash)
            .Select(one => one.Content)
            .FirstAsync(cancellationToken);
    }

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static KeptText Of(Post post, IReadOnlyList<KeptRevision> revisions, IReadOnlyList<KeptComment> comments) =>
        new(
            KeptJson.Id(post.Id),
            Word(post.Kind),
            Word(post.State),
            post.Path,
            post.Title,
            post.Subtitle,
            post.Language.Tag,
            post.Summary,
            post.PublishedAt,
            post.UpdatedAt,
            post.EntryId,
            post.SourceId,
            post.SourceHash,
            post.TranslationGroup is { } group ? KeptJson.Id(group) : null,
            post.SeriesId is { } series ? KeptJson.Id(series) : null,
            post.SeriesPlace,
            post.LeadPicture is { } picture ? KeptJson.Id(picture) : null,
            post.InReplyToUrl,
            post.InReplyToTitle,
            post.InReplyToPublisher,
            post.WithdrawnBecause,
            post.CommentsOpen,
            post.MenuPlace,
            post.PickPlace,
            [
                .. post
                    .Bylines.OrderBy(byline => byline.Place)
                    .Select(byline => new KeptByline(KeptJson.Id(byline.PenNameId), Word(byline.Role))),
            ],
            [.. post.Tags.Select(tag => KeptJson.Id(tag.TagId)).Order(StringComparer.Ordinal)],
            revisions,
            comments
        );

    private async Task<ILookup<PostId, KeptRevision>> RevisionsAsync(
        PostId[] of,
        CancellationToken cancellationToken
    ) =>
        (
            await database
                .Set<Revision>()
                .AsNoTracking()
                .Where(revision => revision.PublicationId == id && of.Contains(revision.PostId))
                .OrderBy(revision => revision.Number)
                .ToListAsync(cancellationToken)
        ).ToLookup(
            revision => revision.PostId,
            revision => new KeptRevision(
                revision.Number,
                revision.Title,
                revision.Markdown,
                revision.SavedOn,
                revision.Subtitle,
                revision.Summary
            )
        );

    private async Task<ILookup<PostId, KeptComment>> CommentsAsync(PostId[] of, CancellationToken cancellationToken) =>
        (
            await database
                .Set<Comment>()
                .AsNoTracking()
                .Where(comment => comment.PublicationId == id && of.Contains(comment.PostId))
                .ToListAsync(cancellationToken)
        )
            .OrderBy(comment => comment.ThreadPath, StringComparer.Ordinal)
            .ThenBy(comment => comment.PublicId, StringComparer.Ordinal)
            .ToLookup(
                comment => comment.PostId,
                comment => new KeptComment(
                    KeptJson.Id(comment.Id),
                    comment.PublicId,
                    comment.ParentId is { } parent ? KeptJson.Id(parent) : null,
                    comment.Depth,
                    comment.ThreadPath,
                    Word(comment.State),
                    comment.Name,
                    comment.ByPenName is { } name ? KeptJson.Id(name) : null,
                    comment.Markdown,
                    comment.Day,
                    comment.SourceId,
                    comment.Page,
                    comment.CodeHash is { } hash ? Convert.ToHexStringLower(hash) : null,
                    comment.RemovedBecause is { } because ? Word(because) : null,
                    comment.KeptUntil,
                    comment.Standing is { } standing ? Word(standing) : null,
                    comment.BecamePath,
                    comment.BecameTitle
                )
            );
}
