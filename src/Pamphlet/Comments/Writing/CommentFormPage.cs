using Pamphlet.Forms;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;

namespace Pamphlet.Comments.Writing;

/// <summary>The pages around one comment that is being written.</summary>
internal sealed class CommentFormPage(
    HttpContext context,
    Catalogue catalogue,
    Card card,
    CommentTarget target,
    PublicationId publication
)
{
    public CommentTarget Target => target;

    public Catalogue Catalogue => catalogue;

    public PublicationId Publication => publication;

    public Phrasebook Words { get; } = Phrasebooks.For(card.Language, catalogue.Paper.Language);

    /// <param name="looked">What to show as it will look; null: nothing.</param>
    /// <param name="retryAfter">Too much came: when there is room again.</param>
    public Task ShowAsync(
        CommentDraft draft,
        FormFaults faults,
        string token,
        CancellationToken cancellationToken,
        UntrustedComment? looked = null,
        TimeSpan? retryAfter = null
    )
    {
        var answered = target.Answered is { } comment
            ? new AnsweredComment(
                comment.PublicId,
                comment.Name,
                comment.Day,
                CommentRenderer.Render(comment.Markdown ?? "")
            )
            : null;
        var preview = looked is { Markdown.Length: > 0 } ? CommentRenderer.Render(looked.Markdown) : null;
        var model = new CommentFormModel(
            card,
            draft,
            faults,
            token,
            answered,
            preview,
            target.Mode,
            Typed: draft.Text.Length > 0 && target.Mode == DiscussionMode.Closed,
            target.IsRequest
        );
        return FormPages.AnswerAsync(
            context,
            catalogue,
            new FormPage(
                Files.Comment,
                card.Language,
                words => faults.All.Count > 0 ? words.Forms.NotSent : HeadingOf(words),
                sheet => new Comments_Writing_CommentForm { Model = (sheet, model) }
            )
            {
                Status =
                    retryAfter is not null ? StatusCodes.Status429TooManyRequests
                    : faults.All.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                    : StatusCodes.Status200OK,
                RetryAfter = retryAfter,
            },
            cancellationToken
        );
    }

    public Task ShowAcceptedAsync(Accepted accepted, CancellationToken cancellationToken) =>
        FormPages.AnswerAsync(
            context,
            catalogue,
            new FormPage(
                Files.Comment,
                card.Language,
                words => accepted.IsPublic ? words.Commenting.Published : words.Commenting.Waiting,
                sheet => new Comments_Writing_CommentTaken { Model = (sheet, card, accepted) }
            ),
            cancellationToken
        );

    private string HeadingOf(Phrasebook words) =>
        target.IsRequest ? words.Requests.Ask
        : target.Answered is null ? words.Discussion.Write
        : words.Commenting.ReplyTo.With("name", target.Answered.Name ?? words.Discussion.Anonymous);
}

/// <summary>What the form's slice shows.</summary>
/// <param name="Preview">Null: nobody asked to look.</param>
/// <param name="Typed">There are words that somebody wrote before the discussion closed.</param>
/// <param name="IsRequest">It asks for a subject.</param>
internal sealed record CommentFormModel(
    Card Card,
    CommentDraft Draft,
    FormFaults Faults,
    string Token,
    AnsweredComment? Answered,
    SafeHtml? Preview,
    DiscussionMode Mode,
    bool Typed,
    bool IsRequest
);

/// <summary>The comment that somebody answers, in view while they write.</summary>
internal sealed record AnsweredComment(string PublicId, string? Name, DateOnly Day, SafeHtml Body);
