using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Publishing;

/// <summary>
/// Corrects a public text. The correction is a draft beside it, with everything a draft has; readers see nothing of it until
/// it takes the text's place, with a line that says on which day and what changed.
/// </summary>
internal sealed class CorrectText(Database database, Publication paper, TimeProvider time)
{
    /// <summary>Begins a correction, or finds the one that was begun. Null: the text is not public.</summary>
    public async Task<PostId?> BeginAsync(PostId id, CancellationToken cancellationToken)
    {
        var store = new TextStore(database, paper.Id);
        if (await store.CorrectionOfAsync(id, cancellationToken) is { } begun)
        {
            return begun;
        }

        var post = await store.FindAsync(id, cancellationToken);
        if (post is not { State: PostState.Published })
        {
            return null;
        }

        var copy = RowIds.New<PostId>();
        var draft = new Post
        {
            PublicationId = paper.Id,
            Id = copy,
            Kind = post.Kind,
            State = PostState.Draft,
            Title = post.Title,
            Language = post.Language,
            Markdown = post.Markdown,
            CommentsOpen = post.CommentsOpen,
            EntryId = $"{paper.FeedId}:{copy.Value:x16}",
            UpdatedAt = BeginText.Today(time),
        };
        CopyFacts(post, draft);
        database.Add(draft);
        database.Add(
            new DeskText
            {
                PublicationId = paper.Id,
                PostId = copy,
                Corrects = id,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        return copy;
    }

    /// <summary>Puts a correction in its text's place.</summary>
    /// <param name="opened">The fingerprint of what whoever publishes has read.</param>
    /// <param name="whatChanged">For readers; <c>""</c>: a slip of the pen, of which nobody needs to be told.</param>
    public async Task<CorrectedText> PublishAsync(
        PostId correction,
        string opened,
        string whatChanged,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var posts = database
            .Set<Post>()
            .Include(post => post.Bylines)
            .Include(post => post.Tags)
            .Where(post => post.PublicationId == paper.Id);
        var desk = await database
            .Set<DeskText>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                text => text.PublicationId == paper.Id && text.PostId == correction,
                cancellationToken
            );
        var draft = await posts.FirstOrDefaultAsync(post => post.Id == correction, cancellationToken);
        var post = desk?.Corrects is { } id
            ? await posts.FirstOrDefaultAsync(
                post => post.Id == id && post.State == PostState.Published,
                cancellationToken
            )
            : null;
        if (draft is null || post is null)
        {
            return new CorrectedText.Missing();
        }

        if (!string.Equals(DraftWords.Of(draft).Fingerprint, opened, StringComparison.Ordinal))
        {
            return new CorrectedText.Changed();
        }

        if (DraftWords.Of(draft) is not { HasTitle: true, HasWords: true })
        {
            return new CorrectedText.Empty();
        }

        var habits = await database
            .Set<WritingHabits>()
            .FirstOrDefaultAsync(one => one.PublicationId == paper.Id, cancellationToken);
        if (habits is { AsksSecondPerson: true } && desk!.Stage != Stage.Approved)
        {
            return new CorrectedText.NotApproved();
        }

        await ReplaceAsync(post, draft, whatChanged, cancellationToken);
        await RemoveAsync(draft, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CorrectedText.Done(post.Id, post.Path!);
    }

    private async Task ReplaceAsync(Post post, Post draft, string whatChanged, CancellationToken cancellationToken)
    {
        var now = PublishText.Minute(time.GetUtcNow());
        await SaveText.KeepRevisionAsync(database, post, time, cancellationToken);
        (post.Title, post.Markdown, post.Language, post.UpdatedAt) = (draft.Title, draft.Markdown, draft.Language, now);
        database.RemoveRange(post.Bylines);
        database.RemoveRange(post.Tags);
        await database.SaveChangesAsync(cancellationToken);
        post.Bylines.Clear();
        post.Tags.Clear();
        CopyFacts(draft, post);
        if (whatChanged.Length > 0)
        {
            var last = await database
                .Set<Correction>()
                .Where(one => one.PublicationId == paper.Id && one.PostId == post.Id)
                .MaxAsync(one => (int?)one.Number, cancellationToken);
            database.Add(
                new Correction
                {
                    PublicationId = paper.Id,
                    PostId = post.Id,
                    Number = (last ?? 0) + 1,
                    On = DateOnly.FromDateTime(now.UtcDateTime),
                    What = whatChanged,
                }
            );
        }

        new PublicationStore(database).Note(paper.Id, ChangeKind.Post, post.Id);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task RemoveAsync(Post draft, CancellationToken cancellationToken)
    {
        var id = draft.Id;
        await PublishText.ForgetDeskAsync(database, draft, cancellationToken);
        await database
            .Set<Revision>()
            .Where(one => one.PublicationId == paper.Id && one.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<DeskText>()
            .Where(one => one.PublicationId == paper.Id && one.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<Byline>()
            .Where(one => one.PublicationId == paper.Id && one.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<PostTag>()
            .Where(one => one.PublicationId == paper.Id && one.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<Post>()
            .Where(one => one.PublicationId == paper.Id && one.Id == id)
            .ExecuteDeleteAsync(cancellationToken);
    }

    // Whether readers may comment is not among them: a discussion that was closed meanwhile must not open again unsaid.
    private static void CopyFacts(Post from, Post to)
    {
        (to.Subtitle, to.Summary, to.Kind) = (from.Subtitle, from.Summary, from.Kind);
        (to.SeriesId, to.SeriesPlace, to.TranslationGroup) = (from.SeriesId, from.SeriesPlace, from.TranslationGroup);
        (to.LeadPicture, to.MenuPlace) = (from.LeadPicture, from.MenuPlace);
        (to.InReplyToUrl, to.InReplyToTitle, to.InReplyToPublisher) = (
            from.InReplyToUrl,
            from.InReplyToTitle,
            from.InReplyToPublisher
        );
        to.Bylines.AddRange(
            from.Bylines.Select(name => new Byline
            {
                PublicationId = to.PublicationId,
                PostId = to.Id,
                Place = name.Place,
                PenNameId = name.PenNameId,
                Role = name.Role,
            })
        );
        to.Tags.AddRange(
            from.Tags.Select(tag => new PostTag
            {
                PublicationId = to.PublicationId,
                PostId = to.Id,
                TagId = tag.TagId,
            })
        );
    }
}

/// <summary>What became of a correction.</summary>
internal abstract record CorrectedText
{
    private CorrectedText() { }

    internal sealed record Done(PostId Id, string Path) : CorrectedText;

    internal sealed record Changed : CorrectedText;

    internal sealed record Empty : CorrectedText;

    internal sealed record NotApproved : CorrectedText;

    internal sealed record Missing : CorrectedText;
}
