using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Pages;

/// <summary>The details of a text as its form holds them: words, not yet looked up.</summary>
internal sealed record SentDetails
{
    /// <summary>Each name's digits, or <c>""</c>: nobody; and its role.</summary>
    public required IReadOnlyList<(string Name, BylineRole Role)> Names { get; init; }

    public string NewName { get; init; } = "";

    public BylineRole NewRole { get; init; }

    public string Language { get; init; } = "";

    /// <summary>A tag that was typed because the list does not have it.</summary>
    public string OtherLanguage { get; init; } = "";

    /// <summary>How many fields for names a page shows: those in use, and one more.</summary>
    public int Shown =>
        Math.Min(
            Names.Count,
            Names.Index().LastOrDefault(one => one.Item.Name.Length > 0, (Index: -1, Item: default)).Index + 2
        );

    public PostKind Kind { get; init; }

    public string Tags { get; init; } = "";

    public string Series { get; init; } = "";

    public string Place { get; init; } = "";

    public string VersionOf { get; init; } = "";

    public string Slug { get; init; } = "";

    public string ReplyUrl { get; init; } = "";

    public string ReplyTitle { get; init; } = "";

    public string ReplyPublisher { get; init; } = "";

    public bool CommentsOpen { get; init; }

    public string Menu { get; init; } = "";

    public static SentDetails Of(DeskForm form) =>
        new()
        {
            Names =
            [
                .. Enumerable.Range(1, TextDetails.MostNames).Select(i => (form[$"name-{i}"], Role(form[$"role-{i}"]))),
            ],
            NewName = form["new-name"],
            NewRole = Role(form["new-role"]),
            Language = form[LanguageChoice.Field],
            OtherLanguage = form[LanguageChoice.OtherField],
            Kind = KindOf(form["kind"]),
            Tags = form["tags"],
            Series = form["series"],
            Place = form["place"],
            VersionOf = form["version-of"],
            Slug = form["slug"],
            ReplyUrl = form["reply-url"],
            ReplyTitle = form["reply-title"],
            ReplyPublisher = form["reply-publisher"],
            CommentsOpen = form.Has("comments"),
            Menu = form["menu"],
        };

    public static async Task<SentDetails> OfAsync(
        TextFrame frame,
        Database database,
        CancellationToken cancellationToken
    )
    {
        var (post, paper) = (frame.Post, frame.Visit.Paper.Id);
        var store = new PostStore(database, paper);
        var tags = (await store.TagsAsync(cancellationToken)).ToDictionary(tag => tag.Id, tag => tag.Name);
        var series = (await store.SeriesAsync(cancellationToken)).Find(one => one.Id == post.SeriesId);
        var names = post
            .Bylines.OrderBy(name => name.Place)
            .Select(name => (Digits(name.PenNameId), name.Role))
            .Concat(Enumerable.Repeat(("", BylineRole.Author), TextDetails.MostNames))
            .Take(TextDetails.MostNames);
        var version = post.TranslationGroup is { } group
            ? await database
                .Set<Post>()
                .Where(other => other.PublicationId == paper && other.TranslationGroup == group && other.Id != post.Id)
                .Where(other => other.State == PostState.Published)
                .Select(other => other.Path)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        return new SentDetails
        {
            Names = [.. names],
            Language = post.Language.Tag,
            Kind = post.Kind,
            Tags = string.Join(", ", post.Tags.Select(tag => tags[tag.TagId]).Order(StringComparer.Ordinal)),
            Series = series?.Title ?? "",
            Place = post.SeriesPlace > 0 ? post.SeriesPlace.ToString(CultureInfo.InvariantCulture) : "",
            VersionOf = version is null ? "" : $"/{version}",
            Slug = frame.Desk.Slug,
            ReplyUrl = post.InReplyToUrl ?? "",
            ReplyTitle = post.InReplyToTitle ?? "",
            ReplyPublisher = post.InReplyToPublisher ?? "",
            CommentsOpen = post.CommentsOpen,
            Menu = post.MenuPlace?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
    }

    public static PostKind KindOf(string typed) =>
        typed switch
        {
            "page" => PostKind.Page,
            "requests" => PostKind.Requests,
            _ => PostKind.Post,
        };

    public static string Digits(PenNameId id) => id.Value.ToString("x16", CultureInfo.InvariantCulture);

    private static BylineRole Role(string name) =>
        Enum.TryParse<BylineRole>(name, out var role) && Enum.IsDefined(role) ? role : BylineRole.Author;
}
