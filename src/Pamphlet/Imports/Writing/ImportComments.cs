using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Text;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>Turns each planned comment into one of the paper. Of a reader's moment of writing, the day is kept.</summary>
internal sealed partial class ImportComments(
    Database? database,
    PaperWriter writer,
    PaperNames names,
    KnownPaper known,
    SourceBlog blog,
    LinksElsewhere elsewhere,
    Tally tally,
    DateTimeOffset now,
    bool mendsLinks
)
{
    private const string ByTheAuthor = "removed by the author";

    private readonly HashSet<PostId> changed = [];

    /// <param name="comment">With its words.</param>
    public async Task RunAsync(SourceEntry comment, CommentPlan plan, CancellationToken cancellationToken)
    {
        var isRemoved = plan.State == CommentState.Removed;
        var foreign = new HashSet<string>(StringComparer.Ordinal);
        var markdown = isRemoved
            ? null
            : CommentHtmlToMarkdown.Convert(comment.Html, address => elsewhere.RewriteInComment(address, foreign));
        if (markdown is { Length: 0 } && !plan.IsAnswered)
        {
            tally.DroppedComments++;
            tally.Drop("comment without words");
            return;
        }

        var state =
            !isRemoved && markdown!.Length > 0 ? plan.State
            : comment.Html.Contains(ByTheAuthor, StringComparison.OrdinalIgnoreCase) ? CommentState.Withdrawn
            : CommentState.Removed;
        Count(state, plan);
        elsewhere.Count(state is CommentState.Live or CommentState.Pending ? foreign : []);
        if (plan.Known is not null)
        {
            await UpdateAsync(plan, plan.Known, state, cancellationToken);
            await MendAsync(plan, plan.Known, markdown, cancellationToken);
            return;
        }

        var isPlace = state is CommentState.Removed or CommentState.Withdrawn;
        var by = isPlace ? null : plan.By;
        await writer.AddAsync(
            new Comment
            {
                PublicationId = writer.Publication,
                Id = plan.Id,
                PublicId = PublicId(comment.Number),
                PostId = plan.Text.Id,
                ParentId = plan.Parent?.Id,
                Depth = plan.Depth,
                ThreadPath = plan.ThreadPath,
                State = state,
                Name = isPlace || by is not null ? null : NameOf(comment.Author),
                ByPenName = by is { PenName.Length: > 0 }
                    ? await names.PenNameAsync(by.PenName, cancellationToken)
                    : null,
                Markdown = isPlace ? null : markdown,
                Day = DateOnly.FromDateTime((Day(comment) ?? plan.Text.Published ?? now).UtcDateTime),
                SourceId = plan.SourceId,
            },
            cancellationToken
        );
        await NoteAsync(plan, state, cancellationToken);
    }

    /// <summary>A comment that the paper has stays as the editors left it, but for one thing: what was taken back at its source is taken back here.</summary>
    private async Task UpdateAsync(
        CommentPlan plan,
        KnownComment before,
        CommentState state,
        CancellationToken cancellationToken
    )
    {
        var isTakenBack =
            state is CommentState.Removed or CommentState.Withdrawn
            && before.State is CommentState.Live or CommentState.Pending;
        if (!isTakenBack || writer.Database is null)
        {
            return;
        }

        await writer.FlushAsync(cancellationToken);
        await database!
            .Set<Comment>()
            .Where(one => one.PublicationId == writer.Publication && one.Id == before.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, state)
                        .SetProperty(one => one.Name, (string?)null)
                        .SetProperty(one => one.Markdown, (string?)null),
                cancellationToken
            );
        await NoteAsync(plan, before.State, cancellationToken);
    }

    /// <summary>Where only links lead elsewhere than they did, they are led into the paper; the words are left as they stand.</summary>
    private async Task MendAsync(
        CommentPlan plan,
        KnownComment before,
        string? markdown,
        CancellationToken cancellationToken
    )
    {
        if (!mendsLinks || markdown is not { Length: > 0 } || writer.Database is null)
        {
            return;
        }

        var comment = await database!
            .Set<Comment>()
            .AsNoTracking()
            .SingleAsync(one => one.PublicationId == writer.Publication && one.Id == before.Id, cancellationToken);
        var hasOtherLinks =
            comment.Markdown is { } today
            && !today.Equals(markdown, StringComparison.Ordinal)
            && Target().Replace(today, "]()").Equals(Target().Replace(markdown, "]()"), StringComparison.Ordinal);
        if (!hasOtherLinks)
        {
            return;
        }

        await database!
            .Set<Comment>()
            .Where(one => one.PublicationId == writer.Publication && one.Id == before.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Markdown, markdown), cancellationToken);
        await NoteAsync(plan, before.State, cancellationToken);
    }

    [GeneratedRegex(@"\]\([^)\s]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Target();

    private async Task NoteAsync(CommentPlan plan, CommentState state, CancellationToken cancellationToken)
    {
        if (state != CommentState.Pending && plan.Text.IsPublic && changed.Add(plan.Text.Id))
        {
            await writer.NoteAsync(ChangeKind.Comments, plan.Text.Id, cancellationToken);
        }
    }

    private static DateTimeOffset? Day(SourceEntry comment) =>
        TextDate.Believed(comment.Published) ?? TextDate.Believed(comment.Updated);

    // A reader without an account may have typed a name all the same.
    private static string? NameOf(SourceAuthor reader) =>
        Placeholders.IsUnknown(reader.Name) || (reader.IsAnonymous && Placeholders.IsAnonymous(reader.Name)) ? null
        : CleanName.Of(reader.Name) is { Length: > 0 } name ? name
        : null;

    /// <summary>Blogger's own number, so that links into the thread hold; another blog's comment may have it already.</summary>
    private string PublicId(string number)
    {
        if (known.PublicIds.Add(number))
        {
            return number;
        }

        var id = $"{number}-{blog.Number}";
        for (var again = 2; !known.PublicIds.Add(id); again++)
        {
            id = $"{number}-{blog.Number}-{again}";
        }

        return id;
    }

    private void Count(CommentState state, CommentPlan plan)
    {
        tally.PublishedComments += state == CommentState.Live ? 1 : 0;
        tally.QueuedComments += state == CommentState.Pending ? 1 : 0;
        tally.Tombstones += state is CommentState.Removed or CommentState.Withdrawn ? 1 : 0;
        plan.By?.Comments += state is CommentState.Live or CommentState.Pending ? 1 : 0;
    }
}
