using System.Globalization;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Slug = Pamphlet.Rendering.Slug;

namespace Pamphlet.Tests.Reading;

/// <summary>The sample's texts as a catalogue knows them. Numbers of names, tags and series follow their first appearance.</summary>
internal sealed class SampleCards
{
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);

    public Card Of(SampleText text, PostId id, int comments, DateOnly? lastComment) =>
        new(
            id,
            string.Equals(text.Or("kind", "post"), "page", StringComparison.Ordinal) ? PostKind.Page : PostKind.Post,
            SitePath.From(text["path"]),
            $"tag:machngam.example,2024:{text["path"]}",
            text["title"],
            text.Or("subtitle", ""),
            text.Or("summary", ""),
            Language.From(text["language"]),
            text.Date,
            text.Date,
            [.. Signatures(text)],
            [.. text.Several("tags", ';').Select(tag => new Subject(new TagId(NumberOf(tag)), tag, Slug.Of(tag)))],
            Place(text),
            text.Or("translation", "") is { Length: > 0 } group
                ? long.Parse(group, CultureInfo.InvariantCulture)
                : null,
            text.Or("picture", "").Length > 0 ? SamplePicture.Shown : null,
            Reply(text),
            CommentsOpen: true,
            comments,
            lastComment
        );

    private static InReplyTo? Reply(SampleText text) =>
        text.Several("reply", '|').ToList() is [var address, var title, var publisher]
            ? new InReplyTo(new Uri(address), title, publisher)
            : null;

    private IEnumerable<Signature> Signatures(SampleText text) =>
        Enum.GetValues<BylineRole>()
            .SelectMany(role =>
                text.Several($"{role.ToString().ToLowerInvariant()}s", ',')
                    .Select(name => new Signature(new PenNameId(NumberOf(name)), name, Slug.Of(name), role))
            );

    private PlaceInSeries? Place(SampleText text)
    {
        var series = text.Or("series", "");
        var space = series.LastIndexOf(' ');
        return space < 0
            ? null
            : new PlaceInSeries(
                new SeriesId(NumberOf(series[..space])),
                series[..space],
                Slug.Of(series[..space]),
                int.Parse(series.AsSpan(space + 1), CultureInfo.InvariantCulture)
            );
    }

    private long NumberOf(string name)
    {
        numbers.TryAdd(name, numbers.Count + 1);
        return numbers[name];
    }
}
