using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pamphlet.Posts;

namespace Pamphlet.Reading.Feeds;

/// <summary>New texts, whole, as JSON Feed 1.1 tells of them.</summary>
internal static class JsonFeed
{
    // What it holds is HTML already; nobody puts a feed into a page unread.
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(
        FeedPlan plan,
        Catalogue catalogue,
        Func<PostId, Article> articleOf,
        IBufferWriter<byte> output
    )
    {
        var paper = catalogue.Paper;
        var place = new FeedPlace(paper, plan.Path);
        using var json = new Utf8JsonWriter(output, Plainly);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", paper.Name);
        Say(json, "description", paper.Line);
        json.WriteString("language", paper.Language.Tag);
        json.WriteString("home_page_url", place.To(Files.Front));
        Say(json, "feed_url", place.Self);
        Authors(json, [paper.Name]);
        if (paper.Hub is { } hub)
        {
            json.WriteStartArray("hubs");
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            json.WriteString("url", hub.AbsoluteUri);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("items");
        foreach (var card in plan.Cards)
        {
            Item(json, card, articleOf(card.Id), place, paper);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, Card card, Article article, FeedPlace place, Paper paper)
    {
        json.WriteStartObject();
        json.WriteString("id", card.EntryId);
        json.WriteString("url", place.To(card.Path));
        Say(json, "external_url", card.InReplyTo?.Url.AbsoluteUri);
        json.WriteString("title", card.Title);
        json.WriteString("content_html", place.Words(article));
        Say(json, "summary", card.Summary);
        if (paper.Theme.Look.HasPictures && card.LeadPicture is { Files: [var picture, ..] })
        {
            json.WriteString("image", place.To(picture.Path));
        }

        json.WriteString("date_published", Moment(card.Published));
        json.WriteString("date_modified", Moment(card.Updated));
        json.WriteString("language", card.Language.Tag);
        Authors(json, FeedHead.NamesOf(card, paper));
        if (card.Tags.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var tag in card.Tags)
            {
                json.WriteStringValue(tag.Name);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IEnumerable<string> names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Say(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
