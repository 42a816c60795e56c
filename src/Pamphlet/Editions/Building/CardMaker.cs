using Pamphlet.Comments;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Building;

/// <summary>Puts names and subjects to a post's facts.</summary>
internal sealed class CardMaker(
    Dictionary<PenNameId, PenName> names,
    Dictionary<TagId, Tag> tags,
    Dictionary<SeriesId, Series> series,
    Dictionary<PostId, PublicDiscussion> discussions,
    ShownPictures pictures
)
{
    public Card Make(PostFacts post)
    {
        var discussion = discussions.GetValueOrDefault(post.Id);
        return new Card(
            post.Id,
            post.Kind,
            SitePath.From(post.Path),
            post.EntryId,
            TitleWords.Of(post.Title, post.Language),
            TitleWords.Of(post.Subtitle, post.Language),
            TitleWords.Of(post.Summary, post.Language),
            post.Language,
            post.PublishedAt,
            post.UpdatedAt,
            [.. post.Bylines.Select(Sign)],
            [.. post.Tags.Select(Mark).OrderBy(tag => tag.Slug, StringComparer.Ordinal)],
            post.SeriesId is { } id && series.TryGetValue(id, out var of)
                ? new PlaceInSeries(of.Id, of.Title, of.Slug, post.SeriesPlace)
                : null,
            post.TranslationGroup,
            post.LeadPicture is { } lead ? pictures.Of(lead.ToString()) : null,
            Answered(post),
            post.CommentsOpen,
            discussion?.Count ?? 0,
            discussion?.LastDay
        )
        {
            DiscussionPages = discussion?.Pages ?? 1,
        };
    }

    private Signature Sign(Byline byline)
    {
        var name = names[byline.PenNameId];
        return new Signature(name.Id, name.Name, name.Slug, byline.Role);
    }

    private Subject Mark(TagId id) => new(id, tags[id].Name, tags[id].Slug);

    private static InReplyTo? Answered(PostFacts post) =>
        post.InReplyToUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? new InReplyTo(address, post.InReplyToTitle ?? address.Host, post.InReplyToPublisher ?? "")
            : null;
}
