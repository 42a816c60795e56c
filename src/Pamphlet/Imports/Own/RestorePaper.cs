using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Exports;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Writing;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Own;

/// <summary>Makes a paper again of its own export, in a house that is empty or holds only the starter paper.</summary>
internal sealed class RestorePaper(
    ImportRequest request,
    Database? database,
    OwnExport export,
    IProgress<ImportProgress>? progress
)
{
    private readonly Tally tally = new();
    private readonly Dictionary<string, int> signed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> answered = new(StringComparer.Ordinal);

    public async Task<ImportReport> RunAsync(CancellationToken cancellationToken)
    {
        var known = await KnownPaper.LoadAsync(database, cancellationToken);
        if (!known.IsReplaced)
        {
            throw new ExportRefusedException(
                ImportRefusal.NotEmpty,
                $"This house holds «{known.Paper!.Name}» already, and a paper's own export makes the whole paper again. Name an empty folder: --data DIR"
            );
        }

        var id = known.Paper?.Id ?? new PublicationId(1);
        var writer = new PaperWriter(database, id, request.DryRun);
        await using var transaction = request.DryRun
            ? null
            : await database!.Database.BeginTransactionAsync(cancellationToken);
        if (!request.DryRun)
        {
            await FoundAsync(known, id, cancellationToken);
        }

        await WriteAsync(writer, new RestoreRows(id), cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return tally.Report(
            KeptPaper.ThisFormat,
            export.Paper.Name,
            [
                .. export.Paper.PenNames.Select(name => new AuthorCount(
                    name.Name,
                    name.Name,
                    signed.GetValueOrDefault(name.Id),
                    answered.GetValueOrDefault(name.Id)
                )),
            ]
        );
    }

    private async Task FoundAsync(KnownPaper known, PublicationId id, CancellationToken cancellationToken)
    {
        var kept = export.Paper;
        if (known.Paper is not null)
        {
            await FoundPaper.EmptyAsync(database!, id, cancellationToken);
        }

        var paper = known.Paper is null
            ? new Publication
            {
                Id = id,
                Name = kept.Name,
                Language = RestoreRows.LanguageOf(kept.Language, KeptFiles.Paper),
                FeedId = kept.FeedId,
            }
            : await database!.Set<Publication>().SingleAsync(one => one.Id == id, cancellationToken);
        if (known.Paper is null)
        {
            database!.Add(paper);
        }

        (paper.Name, paper.Line, paper.FeedId) = (
            Rendering.CleanText.Of(kept.Name),
            Rendering.CleanText.Of(kept.Line),
            kept.FeedId
        );
        (paper.Language, paper.Home) = (RestoreRows.LanguageOf(kept.Language, KeptFiles.Paper), kept.Home);
        paper.PostsPerPage = kept.PostsPerPage is >= Publication.FewestPostsPerPage and <= Publication.MostPostsPerPage
            ? kept.PostsPerPage
            : throw RestoreRows.Wrong($"{kept.PostsPerPage} posts on a page");
        paper.PopularBy = RestoreRows.Word<PopularBy>(kept.PopularBy, KeptFiles.Paper);
        Dress(paper, kept.Look);
        Join(paper, kept.Mentions);
        paper.IsStarter = false;
        database!.Add(new Change { PublicationId = id, Kind = ChangeKind.Paper });
        database.Add(new Change { PublicationId = id, Kind = ChangeKind.Addresses });
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    private static void Dress(Publication paper, KeptLook? look)
    {
        if (look is null)
        {
            return;
        }

        var rules = Rendering.CleanText.Of(look.OwnStyle);
        var isOurs =
            (look.Ground.Length == 0 || Rendering.Colour.TryParse(look.Ground, out _))
            && (look.Accent.Length == 0 || Rendering.Colour.TryParse(look.Accent, out _))
            && rules.Length <= Rendering.OwnRules.Longest
            && Rendering.OwnRules.FirstFault(rules) is null;
        (paper.Ground, paper.Accent, paper.OwnStyle) = isOurs
            ? (look.Ground, look.Accent, rules)
            : throw RestoreRows.Wrong("how the paper looks");
        paper.Look = RestoreRows.Word<FinishedLook>(look.Name, KeptFiles.Paper);
        paper.Lettering = RestoreRows.Word<Lettering>(look.Lettering, KeptFiles.Paper);
        paper.FeedsAreWhole = look.FeedsAreWhole;
    }

    private static void Join(Publication paper, KeptMentions? mentions)
    {
        if (mentions is null)
        {
            return;
        }

        paper.TakesMentions = mentions.Takes;
        paper.Hub =
            mentions.Hub.Length == 0 || Rendering.OutsideAddress.TryParseWeb(mentions.Hub, out _, out _)
                ? mentions.Hub
                : throw RestoreRows.Wrong("the hub");
    }

    private async Task WriteAsync(PaperWriter writer, RestoreRows rows, CancellationToken cancellationToken)
    {
        var kept = export.Paper;
        IEnumerable<object> small =
        [
            .. kept.PenNames.Select(rows.PenName),
            .. kept.Tags.Select(rows.Tag),
            .. kept.Series.Select(rows.Series),
            .. kept.OldAddresses.Select(rows.Address),
        ];
        foreach (var row in small)
        {
            await writer.AddAsync(row, cancellationToken);
        }

        foreach (var picture in kept.Pictures)
        {
            await writer.AddAsync(rows.Picture(picture, export), cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }

        tally.FoundPictures = kept.Pictures.Count;
        tally.Addresses = kept.OldAddresses.Count;
        var done = 0;
        foreach (var (text, markdown) in export.Texts())
        {
            await TextAsync(writer, rows, text, markdown, cancellationToken);
            progress?.Report(new ImportProgress("texts", ++done, 0));
        }

        await writer.FlushAsync(cancellationToken);
        await DiscussionAsync(writer, cancellationToken);
    }

    // After the texts, to which it points. One save a line of the log: the database numbers them in the order they come.
    private async Task DiscussionAsync(PaperWriter writer, CancellationToken cancellationToken)
    {
        if (export.Paper.Discussion is not { } kept)
        {
            return;
        }

        var discussion = new RestoreDiscussion(writer.Publication, kept);
        await writer.AddAsync(discussion.Settings(), cancellationToken);
        foreach (var text in discussion.Texts())
        {
            await writer.AddAsync(text, cancellationToken);
        }

        foreach (var entry in discussion.Log())
        {
            await writer.AddAsync(entry, cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private async Task TextAsync(
        PaperWriter writer,
        RestoreRows rows,
        KeptText text,
        string markdown,
        CancellationToken cancellationToken
    )
    {
        var post = rows.Text(text, markdown);
        await writer.AddAsync(post, cancellationToken);
        foreach (var revision in rows.Revisions(text))
        {
            await writer.AddAsync(revision, cancellationToken);
        }

        foreach (var correction in rows.Corrections(text))
        {
            await writer.AddAsync(correction, cancellationToken);
        }

        foreach (var comment in rows.Comments(text))
        {
            await writer.AddAsync(comment, cancellationToken);
            Count(comment);
        }

        if (post.State is PostState.Published or PostState.Withdrawn)
        {
            await writer.NoteAsync(ChangeKind.Post, post.Id, cancellationToken);
        }

        Count(post);
        foreach (var byline in text.Bylines)
        {
            signed[byline.PenName] = signed.GetValueOrDefault(byline.PenName) + 1;
        }
    }

    private void Count(Post post)
    {
        var (isPage, isPublic) = (post.Kind.IsStanding(), post.State == PostState.Published);
        tally.Added++;
        // Of a paper that comes home to itself, every text answers where it did.
        tally.Addresses += isPublic ? 1 : 0;
        tally.PublishedPages += isPage && isPublic ? 1 : 0;
        tally.DraftPages += isPage && !isPublic ? 1 : 0;
        tally.PublishedPosts += !isPage && isPublic ? 1 : 0;
        tally.DraftPosts += !isPage && !isPublic ? 1 : 0;
    }

    private void Count(Comment comment)
    {
        tally.PublishedComments += comment.State == CommentState.Live ? 1 : 0;
        tally.QueuedComments += comment.State == CommentState.Pending ? 1 : 0;
        tally.Tombstones += comment.State is CommentState.Removed or CommentState.Withdrawn ? 1 : 0;
        if (comment.ByPenName is { } name)
        {
            answered[KeptJson.Id(name)] = answered.GetValueOrDefault(KeptJson.Id(name)) + 1;
        }
    }
}
