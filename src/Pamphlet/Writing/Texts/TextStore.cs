using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Texts;

/// <summary>The texts of a paper as the desk sees them: all of them.</summary>
internal sealed class TextStore(Database database, PublicationId paper)
{
    public const int OnAPage = 40;

    private IQueryable<Post> Posts => database.Set<Post>().AsNoTracking().Where(post => post.PublicationId == paper);

    private IQueryable<DeskText> DeskTexts =>
        database.Set<DeskText>().AsNoTracking().Where(text => text.PublicationId == paper);

    /// <summary>A text with its names and subjects, or null.</summary>
    public Task<Post?> FindAsync(PostId id, CancellationToken cancellationToken) =>
        Posts
            .Include(post => post.Bylines)
            .Include(post => post.Tags)
            .FirstOrDefaultAsync(post => post.Id == id, cancellationToken);

    /// <summary>What the desk knows of it; a text that came by import has no row yet.</summary>
    public async Task<DeskText> DeskTextAsync(PostId id, CancellationToken cancellationToken) =>
        await DeskTexts.FirstOrDefaultAsync(text => text.PostId == id, cancellationToken)
        ?? new DeskText { PublicationId = paper, PostId = id };

    /// <summary>The draft that will replace a public text, or null.</summary>
    public async Task<PostId?> CorrectionOfAsync(PostId id, CancellationToken cancellationToken) =>
        (await DeskTexts.FirstOrDefaultAsync(text => text.Corrects == id, cancellationToken))?.PostId;

    /// <summary>Lines of the list, and whether more follow. Words are read of none of them.</summary>
    public async Task<(IReadOnlyList<TextLine> Lines, bool HasMore)> ListAsync(
        ListWish wish,
        CancellationToken cancellationToken
    )
    {
        var lines =
            from post in Posts
            join text in DeskTexts on post.Id equals text.PostId into texts
            from text in texts.DefaultIfEmpty()
            select new { post, text };
        lines = wish.Shelf switch
        {
            TextShelf.Drafts => lines.Where(line =>
                line.post.State == PostState.Draft && (line.text == null || line.text.Stage == Stage.Written)
            ),
            TextShelf.ToRead => lines.Where(line =>
                line.post.State == PostState.Draft && line.text != null && line.text.Stage != Stage.Written
            ),
            TextShelf.Scheduled => lines.Where(line => line.post.State == PostState.Scheduled),
            TextShelf.Published => lines.Where(line => line.post.State == PostState.Published),
            _ => lines.Where(line => line.post.State == PostState.Withdrawn),
        };
        if (wish.Words.Length > 0)
        {
            lines = lines.Where(line => line.post.Title.Contains(wish.Words));
        }

        var found = await lines
            .OrderByDescending(line => line.post.PublishedAt ?? line.post.UpdatedAt)
            .ThenBy(line => line.post.Id)
            .Skip((wish.Page - 1) * OnAPage)
            .Take(OnAPage + 1)
            .Select(line => new TextLine(
                line.post.Id,
                line.post.Kind,
                line.post.State,
                line.text == null ? Stage.Written : line.text.Stage,
                line.post.Title,
                line.post.Language,
                line.post.PublishedAt,
                line.text != null && line.text.Corrects != null
            ))
            .ToListAsync(cancellationToken);
        return ([.. found.Take(OnAPage)], found.Count > OnAPage);
    }

    /// <summary>How many texts lie on each shelf.</summary>
    public async Task<IReadOnlyDictionary<TextShelf, int>> CountsAsync(CancellationToken cancellationToken)
    {
        var byState = await Posts
            .GroupBy(post => post.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var toRead = await (
            from post in Posts
            join text in DeskTexts on post.Id equals text.PostId
            where post.State == PostState.Draft && text.Stage != Stage.Written
            select post.Id
        ).CountAsync(cancellationToken);
        return new Dictionary<TextShelf, int>
        {
            [TextShelf.Drafts] = byState.GetValueOrDefault(PostState.Draft) - toRead,
            [TextShelf.ToRead] = toRead,
            [TextShelf.Scheduled] = byState.GetValueOrDefault(PostState.Scheduled),
            [TextShelf.Published] = byState.GetValueOrDefault(PostState.Published),
            [TextShelf.Withdrawn] = byState.GetValueOrDefault(PostState.Withdrawn),
        };
    }

    /// <summary>What was typed and not saved, by sitting.</summary>
    public Task<List<UnsavedText>> UnsavedAsync(PostId id, CancellationToken cancellationToken) =>
        database
            .Set<UnsavedText>()
            .AsNoTracking()
            .Where(text => text.PublicationId == paper && text.PostId == id)
            .ToListAsync(cancellationToken);

    /// <summary>What it said before, newest first.</summary>
    public Task<List<Revision>> RevisionsAsync(PostId id, CancellationToken cancellationToken) =>
        database
            .Set<Revision>()
            .AsNoTracking()
            .Where(revision => revision.PublicationId == paper && revision.PostId == id)
            .OrderByDescending(revision => revision.Number)
            .ToListAsync(cancellationToken);
}

/// <param name="Page">From 1.</param>
internal sealed record ListWish(TextShelf Shelf, string Words, int Page);

internal enum TextShelf
{
    Drafts,
    ToRead,
    Scheduled,
    Published,
    Withdrawn,
}

internal sealed record TextLine(
    PostId Id,
    PostKind Kind,
    PostState State,
    Stage Stage,
    string Title,
    Rendering.Language Language,
    DateTimeOffset? PublishedAt,
    bool IsCorrection
);
