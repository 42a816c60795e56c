using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Defence;
using Pamphlet.Forms;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet.Comments.Writing;

/// <summary><c>/comment.html?post=2019/05/slug.html&amp;to=7</c>: the form for a comment or an answer; what it sends is looked at, or taken.</summary>
internal sealed class WriteComment(
    DatabaseAddress address,
    FormPages pages,
    FormTokens tokens,
    Brakes brakes,
    RecentLikenesses likenesses,
    TimeProvider time
) : IDisposable
{
    // Nine bytes a Vietnamese letter as browsers encode it, and room for one who writes far too much: it comes back whole.
    private const int LongestForm = 192 * 1024;

    // SQLite lets one write at a time, and who waits there waits with a thread in hand: in a flood nobody could read any more.
    private readonly SemaphoreSlim turn = new(address.IsPostgres ? 8 : 1);

    public void Dispose() => turn.Dispose();

    public async Task AskAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Query["code"].Count > 0)
        {
            await OwnComment.AskAsync(context, await pages.CatalogueAsync(cancellationToken), cancellationToken);
            return;
        }

        if (context.Request.Query["trust"].Count > 0)
        {
            await new Trust.EarnTrust(address, pages, time).AskAsync(context, cancellationToken);
            return;
        }

        var form = await FindAsync(context, "", cancellationToken);
        if (form is not null)
        {
            var faults = form.Target.IsAnsweredGone
                ? new FormFaults([new FormFault(form.Words.Commenting.AnsweredIsGone)])
                : FormFaults.None;
            await form.ShowAsync(CommentDraft.Empty, faults, tokens.Issue(form.Target.Purpose), cancellationToken);
        }
    }

    public async Task TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var sent = await ReadForm.Async(context.Request, LongestForm, cancellationToken);
        if (sent.Has(OwnComment.CodeField))
        {
            await new OwnComment(address, pages, time).TakeAsync(context, sent, cancellationToken);
            return;
        }

        if (sent.Has(Trust.EarnTrust.Field))
        {
            await new Trust.EarnTrust(address, pages, time).TakeAsync(context, sent, cancellationToken);
            return;
        }

        var form = await FindAsync(context, sent["to"], cancellationToken);
        if (form is null)
        {
            return;
        }

        var draft = CommentDraft.Of(sent);
        var comment = UntrustedComment.Of(draft.Name, draft.Text);
        var names = form.Catalogue.PenNames.Values.Select(name => name.Name).Append(form.Catalogue.Paper.Name);
        var faults = CommentChecks.Of(sent, comment, form.Target, names, form.Words);
        var purpose = form.Target.Purpose;
        var verdict = tokens.Check(purpose, sent["token"]);
        var token = verdict is FormTokenVerdict.Good or FormTokenVerdict.TooSoon
            ? sent["token"]
            : tokens.Issue(purpose);
        if (sent.Has("look") || faults.All.Count > 0 || form.Target.Mode == DiscussionMode.Closed)
        {
            await form.ShowAsync(draft, faults, token, cancellationToken, sent.Has("look") ? comment : null);
            return;
        }

        if (form.Target.Mode == DiscussionMode.TrustedOnly && !await IsTrustedAsync(draft, cancellationToken))
        {
            faults = new([new FormFault(form.Words.Commenting.TrustedOnly, CommentDraft.TrustField)]);
            await form.ShowAsync(draft, faults, token, cancellationToken);
            return;
        }

        var secretBefore = BrowsersSecret.Find(context.Request);
        var wait = await HandAsync(context, secretBefore, cancellationToken);
        var fault = sent.IsFromElsewhere
            ? form.Words.Forms.Stale
            : FaultOf(verdict, wait, purpose, sent["token"], form.Words.Forms);
        if (fault is not null)
        {
            await form.ShowAsync(draft, new([new FormFault(fault)]), token, cancellationToken, retryAfter: wait);
            return;
        }

        await AcceptAsync(context, form, comment, draft, sent["site"].Length > 0, cancellationToken);
    }

    // Spends the token where nothing else stands against it.
    private string? FaultOf(FormTokenVerdict verdict, TimeSpan? wait, string purpose, string token, FormWords said) =>
        verdict switch
        {
            FormTokenVerdict.TooSoon => said.TooSoon,
            FormTokenVerdict.Stale => said.Stale,
            FormTokenVerdict.Used => said.Used,
            _ when wait is not null => said.Busy,
            _ => tokens.Spend(purpose, token) == FormTokenVerdict.Good ? null : said.Used,
        };

    private async Task AcceptAsync(
        HttpContext context,
        CommentFormPage form,
        UntrustedComment comment,
        CommentDraft draft,
        bool fellIntoTrap,
        CancellationToken cancellationToken
    )
    {
        var accept = new AcceptComment(address, form.Publication, likenesses, brakes, time);
        var secret = BrowsersSecret.For(context, draft.KeepsSecret);
        try
        {
            if (await InTurnAsync() is { } accepted)
            {
                await form.ShowAcceptedAsync(accepted, cancellationToken);
                return;
            }

            await GiveBackAsync(
                form,
                draft,
                form.Words.Commenting.QueueIsFull,
                TimeSpan.FromHours(1),
                cancellationToken
            );
        }
        catch (Exception fault)
            when (fault is DbException or DbUpdateException or TimeoutException && !context.Response.HasStarted)
        {
            // The database is too busy or away; a page of an error would lose what somebody wrote.
            await GiveBackAsync(form, draft, form.Words.Forms.Busy, TimeSpan.FromMinutes(1), cancellationToken);
        }

        async Task<Accepted?> InTurnAsync()
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                var trust = draft.TrustCode;
                return await accept.RunAsync(comment, form.Target, trust, fellIntoTrap, secret, cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private Task GiveBackAsync(
        CommentFormPage form,
        CommentDraft draft,
        string said,
        TimeSpan wait,
        CancellationToken cancellationToken
    )
    {
        var token = tokens.Issue(form.Target.Purpose);
        return form.ShowAsync(draft, new([new FormFault(said)]), token, cancellationToken, retryAfter: wait);
    }

    private async Task<TimeSpan?> HandAsync(HttpContext context, byte[]? secret, CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        var paper = await PaperAsync(database, cancellationToken);
        var settings = await new SettingsStore(database, paper.Id).PaperAsync(cancellationToken);
        return brakes.TakeOfHand(context.Features.Get<Circuit>()?.Key, BrowsersSecret.KeyOf(secret), settings);
    }

    private async Task<bool> IsTrustedAsync(CommentDraft draft, CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        var paper = await PaperAsync(database, cancellationToken);
        return await new Trust.TrustCodes(database, paper.Id).IsGoodAsync(
            draft.TrustCode,
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            cancellationToken
        );
    }

    private async Task<CommentFormPage?> FindAsync(
        HttpContext context,
        string answered,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await pages.CatalogueAsync(cancellationToken);
        await using var database = address.Open();
        var paper = await PaperAsync(database, cancellationToken);
        var path = CleanText.Of(context.Request.Query["post"].ToString());
        var to = answered.Length > 0 ? answered : context.Request.Query["to"].ToString();
        var target = await CommentTarget.FindAsync(
            database,
            paper.Id,
            path,
            to.Length > 64 ? to[..64] : to,
            time.GetUtcNow(),
            cancellationToken
        );
        if (target is null || !catalogue.TryGet(target.Post.Id, out var card))
        {
            var words = Phrasebooks.For(catalogue.Paper.Language);
            await FormPages.AnswerAsync(
                context,
                catalogue,
                new FormPage(
                    Files.Comment,
                    Language: null,
                    _ => words.Commenting.Heading,
                    sheet => new Comments_Writing_NoSuchText { Model = sheet }
                )
                {
                    Status = StatusCodes.Status404NotFound,
                },
                cancellationToken
            );
            return null;
        }

        return new CommentFormPage(context, catalogue, card, target, paper.Id);
    }

    private static async Task<Publication> PaperAsync(Database database, CancellationToken cancellationToken) =>
        await new PublicationStore(database).FirstAsync(cancellationToken)
        ?? throw new InvalidOperationException("No paper was founded here.");
}
