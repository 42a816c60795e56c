using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Names;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary>Checks a text's details and saves them, or says what is wrong and saves nothing.</summary>
internal sealed class SaveDetails(Database database, Visit visit)
{
    private readonly Complaints complaints = new();

    public async Task<Complaints> RunAsync(PostId id, SentDetails sent, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var post = await database
            .Set<Post>()
            .Include(one => one.Bylines)
            .Include(one => one.Tags)
            .FirstAsync(one => one.PublicationId == visit.Paper.Id && one.Id == id, cancellationToken);
        await SignAsync(post, sent, cancellationToken);
        await MarkAsync(post, sent.Tags, cancellationToken);
        await PlaceAsync(post, sent, cancellationToken);
        await LinkAsync(post, sent, cancellationToken);
        post.Kind = sent.Kind;
        Speak(post, LanguageChoice.Sent(sent.Language, sent.OtherLanguage));
        post.CommentsOpen = sent.CommentsOpen;
        post.MenuPlace = Number("menu", sent.Menu);
        await SlugAsync(id, sent.Slug, cancellationToken);
        if (complaints.IsEmpty)
        {
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return complaints;
    }

    private void Speak(Post post, string tag)
    {
        if (LanguageChoice.TryRead(tag, out var language))
        {
            post.Language = language;
        }
        else if (tag.Length > 0)
        {
            complaints.Add(LanguageChoice.OtherField, visit.Words.Form.NoLanguage);
        }
    }

    private async Task SignAsync(Post post, SentDetails sent, CancellationToken cancellationToken)
    {
        var names = new PenNames(database, visit.Paper.Id);
        var known = await names.AllAsync(cancellationToken);
        var signed = new List<(PenNameId Id, BylineRole Role)>();
        foreach (var (digits, role) in sent.Names)
        {
            if (
                known.Find(name => string.Equals(SentDetails.Digits(name.Id), digits, StringComparison.Ordinal)) is
                { } name
            )
            {
                signed.Add((name.Id, role));
            }
        }

        if (sent.NewName.Length > 0)
        {
            var (added, refusal) = await names.AddAsync(sent.NewName, cancellationToken);
            if (sent.NewName.Length > PenNames.Longest)
            {
                complaints.Add("new-name", visit.Words.Form.TooLong.With("most", $"{PenNames.Longest}"));
            }
            else if (refusal is { } because)
            {
                var words = visit.Words.Writing.Names;
                complaints.Add("new-name", because == NameRefusal.Taken ? words.Taken : words.Mixed);
            }
            else
            {
                signed.Add((added!.Id, sent.NewRole));
            }
        }

        database.RemoveRange(post.Bylines);
        if (!complaints.IsEmpty)
        {
            return;
        }

        await database.SaveChangesAsync(cancellationToken);
        post.Bylines.Clear();
        post.Bylines.AddRange(
            signed
                .DistinctBy(name => name.Id)
                .Select(
                    (name, i) =>
                        new Byline
                        {
                            PublicationId = post.PublicationId,
                            PostId = post.Id,
                            Place = i + 1,
                            PenNameId = name.Id,
                            Role = name.Role,
                        }
                )
        );
    }

    private async Task MarkAsync(Post post, string typed, CancellationToken cancellationToken)
    {
        var known = await database
            .Set<Tag>()
            .Where(tag => tag.PublicationId == post.PublicationId)
            .ToListAsync(cancellationToken);
        var wished = typed
            .Split([',', ';', '،', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name.Length <= PenNames.Longest)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var tags = new List<TagId>();
        foreach (var name in wished)
        {
            var tag = known.Find(one => string.Equals(one.Name, name, StringComparison.Ordinal));
            if (tag is null)
            {
                var slug = Free(Slug.Of(name), known.Select(one => one.Slug));
                tag = new Tag
                {
                    PublicationId = post.PublicationId,
                    Id = RowIds.New<TagId>(),
                    Name = name,
                    Slug = slug,
                };
                known.Add(tag);
                database.Add(tag);
            }

            tags.Add(tag.Id);
        }

        post.Tags.RemoveAll(mark => !tags.Contains(mark.TagId));
        post.Tags.AddRange(
            tags.Except(post.Tags.Select(mark => mark.TagId))
                .Select(tag => new PostTag
                {
                    PublicationId = post.PublicationId,
                    PostId = post.Id,
                    TagId = tag,
                })
        );
    }

    private async Task PlaceAsync(Post post, SentDetails sent, CancellationToken cancellationToken)
    {
        if (sent.Series.Length == 0)
        {
            (post.SeriesId, post.SeriesPlace) = (null, 0);
            return;
        }

        var known = await database
            .Set<Series>()
            .Where(one => one.PublicationId == post.PublicationId)
            .ToListAsync(cancellationToken);
        var series = known.Find(one => string.Equals(one.Title, sent.Series, StringComparison.Ordinal));
        if (series is null)
        {
            series = new Series
            {
                PublicationId = post.PublicationId,
                Id = RowIds.New<SeriesId>(),
                Title = sent.Series,
                Slug = Free(Slug.Of(sent.Series), known.Select(one => one.Slug)),
            };
            database.Add(series);
        }

        post.SeriesId = series.Id;
        post.SeriesPlace = Number("place", sent.Place) ?? 1;
    }

    private async Task LinkAsync(Post post, SentDetails sent, CancellationToken cancellationToken)
    {
        var isUrl = Uri.TryCreate(sent.ReplyUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        if (sent.ReplyUrl.Length > 0 && !isUrl)
        {
            complaints.Add("reply-url", visit.Words.Writing.Details.BadUrl);
        }

        post.InReplyToUrl = sent.ReplyUrl.Length > 0 ? sent.ReplyUrl : null;
        post.InReplyToTitle = sent.ReplyTitle.Length > 0 ? sent.ReplyTitle : null;
        post.InReplyToPublisher = sent.ReplyPublisher.Length > 0 ? sent.ReplyPublisher : null;
        if (sent.VersionOf.Length == 0)
        {
            return;
        }

        var path =
            Uri.TryCreate(sent.VersionOf, UriKind.Absolute, out var whole) && !whole.IsFile
                ? whole.AbsolutePath.TrimStart('/')
                : sent.VersionOf.TrimStart('/');
        var other = await database
            .Set<Post>()
            .FirstOrDefaultAsync(one => one.PublicationId == post.PublicationId && one.Path == path, cancellationToken);
        if (other is null)
        {
            complaints.Add("version-of", visit.Words.Writing.Details.NoSuchText);
            return;
        }

        if (other.TranslationGroup is null)
        {
            other.TranslationGroup = RowIds.New<PostId>().Value;
            // Its own page will name the new version.
            new Publications.PublicationStore(database).Note(
                post.PublicationId,
                Publications.ChangeKind.Post,
                other.Id
            );
        }

        post.TranslationGroup = other.TranslationGroup;
    }

    private async Task SlugAsync(PostId id, string slug, CancellationToken cancellationToken)
    {
        var desk = await database
            .Set<DeskText>()
            .FirstOrDefaultAsync(one => one.PublicationId == visit.Paper.Id && one.PostId == id, cancellationToken);
        if (desk is null)
        {
            desk = new DeskText { PublicationId = visit.Paper.Id, PostId = id };
            database.Add(desk);
        }

        desk.Slug = slug.Length == 0 ? "" : Slug.Of(slug);
        // Who approved it approved other names.
        desk.Stage = desk.Stage == Stage.Approved ? Stage.Ready : desk.Stage;
    }

    private int? Number(string field, string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (int.TryParse(typed, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 99)
        {
            return number;
        }

        complaints.Add(field, visit.Words.Writing.Details.BadNumber);
        return null;
    }

    private static string Free(string wished, IEnumerable<string> taken)
    {
        var all = taken.ToHashSet(StringComparer.Ordinal);
        var slug = wished;
        for (var again = 2; all.Contains(slug); again++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{wished}-{again}");
        }

        return slug;
    }
}
