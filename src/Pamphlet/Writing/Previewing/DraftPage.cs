using System.Buffers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Previewing;

/// <summary>A draft as readers will see it: the paper's own page, put together from the same slices.</summary>
internal sealed partial class DraftPage(Database database, Publication paper, Catalogue catalogue)
{
    public async Task<byte[]> WriteAsync(
        Post post,
        SitePath path,
        DateTimeOffset when,
        PageNotice notice,
        CancellationToken cancellationToken
    )
    {
        var card = await CardAsync(post, path, when, cancellationToken);
        var shown = await PicturesAsync(database, paper.Id, post.Markdown, cancellationToken);
        var text = PostRenderer.Render(
            post.Markdown,
            new RenderContext(post.Language, shown.GetValueOrDefault, address => address)
        );
        var with = catalogue.With(new CatalogueChange { Put = [card], Gone = [] });
        var page = new ArrayBufferWriter<byte>(64 * 1024);
        PagePlan plan = post.Kind.IsStanding() ? new StandingPlan(card) : new PostPlan(card);
        PageWriter.Write(plan, with, _ => new Article(card, text, []), page, notice);
        return page.WrittenSpan.ToArray();
    }

    /// <summary>The pictures that a text names, without their bytes.</summary>
    public static async Task<Dictionary<string, ShownPicture>> PicturesAsync(
        Database database,
        PublicationId paper,
        string markdown,
        CancellationToken cancellationToken
    )
    {
        var ids = IdsIn(markdown);
        if (ids.Count == 0)
        {
            return new Dictionary<string, ShownPicture>(StringComparer.Ordinal);
        }

        var pictures = await database
            .Set<Picture>()
            .AsNoTracking()
            .Where(picture => picture.PublicationId == paper && ids.Contains(picture.Id))
            .Select(picture => new
            {
                picture.Id,
                picture.Width,
                picture.Height,
                Files = picture
                    .Files.Select(file => new
                    {
                        file.Hash,
                        file.Format,
                        file.Width,
                        file.Height,
                    })
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return pictures.ToDictionary(
            picture => picture.Id.ToString(),
            picture => new ShownPicture(
                picture.Width,
                picture.Height,
                [
                    .. picture
                        .Files.OrderBy(file => file.Format)
                        .ThenBy(file => file.Width)
                        .Select(file => new ShownPictureFile(
                            PictureFile.PathOf(file.Hash, file.Format),
                            PictureFile.MediaTypeOf(file.Format),
                            file.Width,
                            file.Height
                        )),
                ]
            ),
            StringComparer.Ordinal
        );
    }

    /// <summary>Each picture that a text names, in order, once.</summary>
    public static List<PictureId> IdsIn(string markdown) =>
        [
            .. Named()
                .Matches(markdown)
                .Select(match => PictureId.TryParse(match.ValueSpan["picture:".Length..], out var id) ? id : default)
                .Where(id => id.Value != 0)
                .Distinct(),
        ];

    private async Task<Card> CardAsync(
        Post post,
        SitePath path,
        DateTimeOffset when,
        CancellationToken cancellationToken
    )
    {
        var store = new PostStore(database, paper.Id);
        var names = (await store.PenNamesAsync(cancellationToken)).ToDictionary(name => name.Id);
        var tags = (await store.TagsAsync(cancellationToken)).ToDictionary(tag => tag.Id);
        var series = post.SeriesId is { } of
            ? (await store.SeriesAsync(cancellationToken)).Find(one => one.Id == of)
            : null;
        return new Card(
            post.Id,
            post.Kind,
            path,
            post.EntryId,
            TitleWords.Of(post.Title, post.Language),
            TitleWords.Of(post.Subtitle, post.Language),
            TitleWords.Of(post.Summary, post.Language),
            post.Language,
            when,
            when,
            [
                .. post
                    .Bylines.OrderBy(byline => byline.Place)
                    .Select(byline => new Signature(
                        byline.PenNameId,
                        names[byline.PenNameId].Name,
                        names[byline.PenNameId].Slug,
                        byline.Role
                    )),
            ],
            [.. post.Tags.Select(tag => new Subject(tag.TagId, tags[tag.TagId].Name, tags[tag.TagId].Slug))],
            series is null ? null : new PlaceInSeries(series.Id, series.Title, series.Slug, post.SeriesPlace),
            post.TranslationGroup,
            null,
            post.InReplyToUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address)
                ? new InReplyTo(address, post.InReplyToTitle ?? address.Host, post.InReplyToPublisher ?? "")
                : null,
            post.CommentsOpen,
            0,
            null
        );
    }

    [GeneratedRegex("picture:[0-9a-f]{16}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
