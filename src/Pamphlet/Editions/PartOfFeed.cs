using System.Buffers;
using System.Globalization;
using Pamphlet.Editions.Building;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Reading.Feeds;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet.Editions;

/// <summary>
/// <c>/feeds/posts/default?max-results=3&amp;start-index=26</c>: what Blogger let programs ask of a feed. The feed itself is a file of the
/// edition; a part of it, or what is older, is made when it is asked for.
/// </summary>
internal static class PartOfFeed
{
    /// <summary>More in one answer would be work for an attacker to order.</summary>
    private const int Most = 50;

    private static readonly string[] Questions =
    [
        "max-results",
        "start-index",
        "published-min",
        "published-max",
        "updated-min",
        "updated-max",
        "orderby",
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var form in (string[])["default", "full", "summary"])
        {
            routes
                .MapGet(
                    $"/feeds/posts/{form}",
                    (HttpContext context, DatabaseAddress address, Press press, CancellationToken cancel) =>
                        AnswerAsync(context, address, press, isBrief: form is "summary", label: null, cancel)
                )
                .BeforeTheEdition(IsAsked);
        }

        routes
            .MapGet(
                "/feeds/posts/default/-/{label}",
                (HttpContext context, string label, DatabaseAddress address, Press press, CancellationToken cancel) =>
                    AnswerAsync(context, address, press, isBrief: false, label, cancel)
            )
            .BeforeTheEdition(IsAsked);
    }

    private static bool IsAsked(IQueryCollection query) => Questions.Any(query.ContainsKey);

    private static async Task AnswerAsync(
        HttpContext context,
        DatabaseAddress address,
        Press press,
        bool isBrief,
        string? label,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await press.CatalogueAsync(cancellationToken);
        var slug = label is null ? "" : SlugOf(label, catalogue);
        if (slug is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var format = FormatOf(context.Request.Query["alt"].ToString());
        IEnumerable<Card> all = slug.Length == 0 ? catalogue.Posts : catalogue.ByTag[slug];
        var plan = new FeedPlan(
            slug.Length == 0 ? Files.Feed(format) : Files.TagFeed(slug),
            format,
            slug,
            Chosen(all, context.Request.Query)
        )
        {
            IsBrief = isBrief,
        };
        await using var database = address.Open();
        var paper =
            await new PublicationStore(database).FirstAsync(cancellationToken)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var articles = await ArticlesOf.PlanAsync(database, paper.Id, plan, catalogue, cancellationToken);
        var feed = new ArrayBufferWriter<byte>();
        PageWriter.Write(plan, catalogue, id => articles[id], feed);
        context.Response.ContentType = format switch
        {
            FeedFormat.Rss => "application/rss+xml; charset=utf-8",
            FeedFormat.Json => "application/feed+json; charset=utf-8",
            _ => "application/atom+xml; charset=utf-8",
        };
        PageHeaders.SetPrivate(context.Response);
        context.Response.ContentLength = feed.WrittenCount;
        await context.Response.Body.WriteAsync(feed.WrittenMemory, cancellationToken);
    }

    /// <summary>Newest first, as asked: counted from 1, within two moments, by the day of the last change or of appearing.</summary>
    private static Card[] Chosen(IEnumerable<Card> cards, IQueryCollection query)
    {
        var first = Number(query["start-index"], 1, int.MaxValue);
        var count = Number(query["max-results"], FeedPlans.Texts, Most);
        var within = cards.Where(card =>
            IsWithin(card.Published, query["published-min"], query["published-max"])
            && IsWithin(card.Updated, query["updated-min"], query["updated-max"])
        );
        var ordered = query["orderby"].ToString() is "updated"
            ? within.OrderByDescending(card => card.Updated)
            : within.Reverse();
        return [.. ordered.Skip(first - 1).Take(count)];
    }

    private static bool IsWithin(DateTimeOffset moment, string? from, string? until) =>
        (Moment(from) is not { } first || moment >= first) && (Moment(until) is not { } end || moment < end);

    private static DateTimeOffset? Moment(string? typed) =>
        // A plus sign before the zone's hours arrives as a space.
        DateTimeOffset.TryParse(
            typed?.Replace(' ', '+'),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment
            : null;

    private static int Number(string? typed, int usual, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Math.Min(number, most)
            : usual;

    private static FeedFormat FormatOf(string alt) =>
        alt switch
        {
            "rss" => FeedFormat.Rss,
            "json" => FeedFormat.Json,
            _ => FeedFormat.Atom,
        };

    private static string? SlugOf(string label, Catalogue catalogue) =>
        catalogue.ByTag.Keys.FirstOrDefault(slug =>
            string.Equals(Lists.Tag(catalogue, slug).Title, label, StringComparison.Ordinal)
            || string.Equals(Lists.Tag(catalogue, slug).Title, label.Replace('+', ' '), StringComparison.Ordinal)
        );
}
