using Microsoft.EntityFrameworkCore;
using Pamphlet.Imports.Entries;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>Turns each planned text into a post of the paper, and leaves alone what the editors changed since the last time.</summary>
internal sealed class ImportTexts(
    Database? database,
    PaperWriter writer,
    PaperNames names,
    ConvertText convert,
    Tally tally,
    DateTimeOffset now,
    bool bringsPictures,
    bool mendsLinks,
    bool asDrafts
)
{
    /// <param name="text">With its words.</param>
    public async Task RunAsync(SourceEntry text, TextPlan plan, CancellationToken cancellationToken)
    {
        Count(plan);
        NoteRepairs(text);
        var source = SourceMark.Of(text);
        var written = await convert.RunAsync(text, cancellationToken);
        if (plan.Known is null)
        {
            tally.Added++;
            await AddAsync(plan, written, source, cancellationToken);
        }
        else if (asDrafts && plan.Known.State != PostState.Draft)
        {
            tally.Kept++;
        }
        else if (
            SourceMark.Parse(plan.Known.SourceHash).OfSource.Equals(source, StringComparison.Ordinal)
            && !IsBetter(plan.Known, plan, written)
        )
        {
            tally.Unchanged++;
        }
        else
        {
            await UpdateAsync(plan, plan.Known, written, source, cancellationToken);
        }
    }

    /// <summary>
    /// The words did not change, but pictures that were only linked to were fetched now, or links to a home that nobody had named
    /// lead into the paper.
    /// </summary>
    private bool IsBetter(KnownText known, TextPlan plan, WrittenText written) =>
        ((bringsPictures && written.Converted.Pictures.Count > 0) || mendsLinks)
        && !SourceMark
            .Parse(known.SourceHash)
            .OfText.Equals(
                SourceMark.Of(written.Title, written.Summary, written.Markdown, plan.State),
                StringComparison.Ordinal
            );

    private async Task AddAsync(TextPlan plan, WrittenText written, string source, CancellationToken cancellationToken)
    {
        var id = writer.Publication;
        var labels = new List<PostTag>();
        foreach (var label in plan.Facts.Labels)
        {
            var tag = await names.TagAsync(label, cancellationToken);
            labels.Add(
                new PostTag
                {
                    PublicationId = id,
                    PostId = plan.Id,
                    TagId = tag,
                }
            );
        }

        var bylines = new List<Byline>();
        foreach (
            var name in plan
                .Authors.Select(author => author.PenName)
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
        )
        {
            var penName = await names.PenNameAsync(name, cancellationToken);
            bylines.Add(
                new Byline
                {
                    PublicationId = id,
                    PostId = plan.Id,
                    Place = bylines.Count + 1,
                    PenNameId = penName,
                }
            );
        }

        await writer.AddAsync(Post(plan, written, source, bylines, labels), cancellationToken);
        await NoteAsync(plan, cancellationToken);
    }

    private Post Post(TextPlan plan, WrittenText written, string source, List<Byline> bylines, List<PostTag> labels) =>
        new()
        {
            PublicationId = writer.Publication,
            Id = plan.Id,
            Kind = plan.Facts.Kind == EntryKind.Page ? PostKind.Page : PostKind.Post,
            State = plan.State,
            Path = plan.Path,
            Title = written.Title,
            Subtitle = plan.Facts.Subtitle,
            Language = written.Language,
            Markdown = written.Markdown,
            Summary = written.Summary,
            PublishedAt = plan.Published,
            UpdatedAt = Updated(plan),
            EntryId = EntryId(plan),
            SourceId = plan.SourceId,
            SourceHash = MarkOf(plan.State, written, source),
            LeadPicture = LeadPicture(written),
            TranslationGroup = plan.TranslationGroup,
            CommentsOpen = plan.Facts.CommentsOpen,
            MenuPlace = plan.MenuPlace,
            Bylines = bylines,
            Tags = labels,
        };

    private async Task UpdateAsync(
        TextPlan plan,
        KnownText known,
        WrittenText written,
        string source,
        CancellationToken cancellationToken
    )
    {
        var post = await database!
            .Set<Post>()
            .AsNoTracking()
            .SingleAsync(one => one.PublicationId == writer.Publication && one.Id == known.Id, cancellationToken);
        var today = SourceMark.Of(post.Title, post.Summary, post.Markdown, post.State);
        if (!today.Equals(SourceMark.Parse(known.SourceHash).OfText, StringComparison.Ordinal))
        {
            tally.Kept++;
            tally.Note(
                $"{TextPlan.Called(plan.Facts)} is another in this import, and was changed in this paper too: the paper's own was kept."
            );
            return;
        }

        if (PicturesIn(post.Markdown) > PicturesIn(written.Markdown))
        {
            tally.Kept++;
            tally.Note(
                $"{TextPlan.Called(plan.Facts)} is another in this import, but its pictures are not in this export: it was kept. Import once more and fetch pictures (--fetch-pictures)."
            );
            return;
        }

        tally.Updated++;
        if (writer.Database is null)
        {
            return;
        }

        await writer.FlushAsync(cancellationToken);
        await SaveOldAsync(post, cancellationToken);
        database!.Attach(post);
        // What was public stays public; taking it back is the editors' decision, with their words in its place.
        var state = post.State == PostState.Draft ? plan.State : post.State;
        (post.Title, post.Summary, post.Markdown) = (written.Title, written.Summary, written.Markdown);
        (post.State, post.Path) = (state, post.Path ?? plan.Path);
        (post.PublishedAt, post.UpdatedAt) = (plan.Published ?? post.PublishedAt, Updated(plan));
        post.SourceHash = MarkOf(state, written, source);
        await AddLabelsAsync(plan, cancellationToken);
        await NoteAsync(plan, cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static int PicturesIn(string markdown) => markdown.AsSpan().Count("](picture:");

    private async Task SaveOldAsync(Post post, CancellationToken cancellationToken)
    {
        var last = await database!
            .Set<Revision>()
            .Where(revision => revision.PublicationId == post.PublicationId && revision.PostId == post.Id)
            .MaxAsync(revision => (int?)revision.Number, cancellationToken);
        database!.Add(
            new Revision
            {
                PublicationId = post.PublicationId,
                PostId = post.Id,
                Number = (last ?? 0) + 1,
                Title = post.Title,
                Markdown = post.Markdown,
                SavedOn = DateOnly.FromDateTime(now.UtcDateTime),
            }
        );
    }

    private async Task AddLabelsAsync(TextPlan plan, CancellationToken cancellationToken)
    {
        var had = await database!
            .Set<PostTag>()
            .AsNoTracking()
            .Where(tag => tag.PublicationId == writer.Publication && tag.PostId == plan.Id)
            .Select(tag => tag.TagId)
            .ToListAsync(cancellationToken);
        foreach (var label in plan.Facts.Labels)
        {
            var tag = await names.TagAsync(label, cancellationToken);
            if (!had.Contains(tag))
            {
                database!.Add(
                    new PostTag
                    {
                        PublicationId = writer.Publication,
                        PostId = plan.Id,
                        TagId = tag,
                    }
                );
            }
        }
    }

    // A draft is in no edition: nothing of it has to be built.
    private Task NoteAsync(TextPlan plan, CancellationToken cancellationToken) =>
        plan.IsPublic || plan.Known?.State == PostState.Published
            ? writer.NoteAsync(ChangeKind.Post, plan.Id, cancellationToken)
            : Task.CompletedTask;

    private DateTimeOffset Updated(TextPlan plan) =>
        TextDate.Believed(plan.Facts.Updated) is { } updated && updated <= now ? updated : plan.Published ?? now;

    private static string MarkOf(PostState state, WrittenText written, string source) =>
        new SourceMark(source, SourceMark.Of(written.Title, written.Summary, written.Markdown, state)).ToString();

    // Feed readers know a text by this word; one that is no address (a number, a name) would be no lawful id.
    private static string EntryId(TextPlan plan) =>
        plan.Facts.Id.Length <= 500
        && Uri.TryCreate(plan.Facts.Id, UriKind.Absolute, out var id)
        && id.Scheme is "tag" or "urn" or "http" or "https"
            ? plan.Facts.Id
            : $"urn:pamphlet:{plan.Id.Value:x16}";

    private static PictureId? LeadPicture(WrittenText written) =>
        (written.Lead ?? (written.Converted.Pictures is [var shown, ..] ? shown : null)) is { } first
        && PictureId.TryParse(first.AsSpan(first.IndexOf(':', StringComparison.Ordinal) + 1), out var id)
            ? id
            : null;

    private void Count(TextPlan plan)
    {
        var isPage = plan.Facts.Kind == EntryKind.Page;
        tally.PublishedPages += isPage && plan.IsPublic ? 1 : 0;
        tally.DraftPages += isPage && !plan.IsPublic ? 1 : 0;
        tally.PublishedPosts += !isPage && plan.IsPublic ? 1 : 0;
        tally.DraftPosts += !isPage && !plan.IsPublic ? 1 : 0;
    }

    private void NoteRepairs(SourceEntry text)
    {
        if (text.Mended > 0)
        {
            tally.Note(
                $"{TextPlan.Called(text)}: {text.Mended} characters were in another encoding than the file says, and were mended."
            );
        }

        if (text.Forbidden > 0)
        {
            tally.Note($"{TextPlan.Called(text)}: {text.Forbidden} characters that no text can hold were left out.");
        }
    }
}
