using Microsoft.EntityFrameworkCore;
using Pamphlet.Forms;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Trust;

/// <summary><c>/comment.html?trust=</c>: the codes of three published comments give one trust code. Each counts once; which three came together is kept nowhere.</summary>
internal sealed class EarnTrust(DatabaseAddress address, FormPages pages, TimeProvider time)
{
    public const string Field = "trust-of";

    public async Task AskAsync(HttpContext context, CancellationToken cancellationToken) =>
        await ShowAsync(context, new EarnTrustModel([.. Empty], FormFaults.None, Code: null), cancellationToken);

    public async Task TakeAsync(HttpContext context, SentForm sent, CancellationToken cancellationToken)
    {
        string[] typed = [.. sent.All(Field).Concat(Empty).Take(TrustCodes.CommentsToEarn)];
        var code = sent.IsFromElsewhere ? null : await GiveAsync(typed, cancellationToken);
        if (code is null)
        {
            var words = Phrasebooks.For((await pages.CatalogueAsync(cancellationToken)).Paper.Language);
            var faults = new FormFaults([new FormFault(words.Commenting.TrustNotEarned, $"{Field}-0")]);
            await ShowAsync(context, new EarnTrustModel(typed, faults, Code: null), cancellationToken);
            return;
        }

        await ShowAsync(context, new EarnTrustModel(typed, FormFaults.None, code), cancellationToken);
    }

    private static IEnumerable<string> Empty => Enumerable.Repeat("", TrustCodes.CommentsToEarn);

    private async Task<string?> GiveAsync(string[] typed, CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        var paper =
            await new PublicationStore(database).FirstAsync(cancellationToken)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var codes = typed.Select(CommentCode.Parse).DistinctBy(code => code.PublicId, StringComparer.Ordinal).ToList();
        var names = codes.ConvertAll(code => code.PublicId);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var comments = await database
            .Set<Comment>()
            .Where(comment =>
                comment.PublicationId == paper.Id
                && names.Contains(comment.PublicId)
                && comment.State == CommentState.Live
                && !comment.HasVouched
            )
            .ToListAsync(cancellationToken);
        var fitting = comments.Where(comment =>
            codes.Exists(code =>
                string.Equals(code.PublicId, comment.PublicId, StringComparison.Ordinal) && code.Fits(comment.CodeHash)
            )
        );
        if (fitting.Count() < TrustCodes.CommentsToEarn)
        {
            return null;
        }

        // Where another request was quicker with one of them, fewer rows change, and nothing is given.
        var ids = comments.ConvertAll(comment => comment.Id);
        var marked = await database
            .Set<Comment>()
            .Where(comment => comment.PublicationId == paper.Id && ids.Contains(comment.Id) && !comment.HasVouched)
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.HasVouched, true), cancellationToken);
        if (marked < TrustCodes.CommentsToEarn)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var code = new TrustCodes(database, paper.Id).Give(TrustLevel.Earned, today);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return code;
    }

    private async Task ShowAsync(HttpContext context, EarnTrustModel model, CancellationToken cancellationToken) =>
        await FormPages.AnswerAsync(
            context,
            await pages.CatalogueAsync(cancellationToken),
            new FormPage(
                Files.Comment,
                Language: null,
                words => words.Commenting.EarnTrust,
                sheet => new Comments_Trust_EarnTrust { Model = (sheet, model) }
            )
            {
                Status =
                    model.Faults.All.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            },
            cancellationToken
        );
}

/// <param name="Code">What was given, shown once; null: nothing yet.</param>
internal sealed record EarnTrustModel(IReadOnlyList<string> Typed, FormFaults Faults, string? Code);
