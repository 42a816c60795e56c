using System.Globalization;
using Pamphlet.Comments;
using Pamphlet.Comments.Writing;
using Pamphlet.Forms;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet.Mentions;

/// <summary>
/// <c>POST /webmention</c>: another site says that it links a text of ours. Its page is looked at while it waits, so that what we
/// answered is kept, and no list of what is still to be asked lies anywhere.
/// </summary>
internal sealed class TakeMention(DatabaseAddress address, Outward outward, OwnAddresses own, TimeProvider time)
    : IDisposable
{
    private const int LongestForm = 8 * 1024;
    private const int LongestAddress = 1000;

    // Anybody can have us ask a host. So few that nobody is hurt by it.
    private const int AtOnce = 10;
    private const double SecondsForAnother = 30;

    private readonly SemaphoreSlim turns = new(2);
    private readonly Lock gate = new();
    private readonly TokenBucket bucket = new(AtOnce, 1 / SecondsForAnother, time.GetUtcNow());

    public async Task AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        PageHeaders.SetPrivate(context.Response);
        var sent = await ReadForm.Async(context.Request, LongestForm, cancellationToken);
        var (status, said) = await JudgeAsync(sent, context.Request.Host.Value ?? "", cancellationToken);
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "600";
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync($"{said}\n", cancellationToken);
    }

    public void Dispose() => turns.Dispose();

    private async Task<(int Status, string Said)> JudgeAsync(
        SentForm sent,
        string host,
        CancellationToken cancellationToken
    )
    {
        Publication paper;
        CommentTarget? about;
        await using (var database = address.Open())
        {
            paper =
                await new PublicationStore(database).FirstAsync(cancellationToken)
                ?? throw new InvalidOperationException("No paper was founded here.");
            if (!paper.TakesMentions)
            {
                return (StatusCodes.Status404NotFound, "This paper takes no mentions.");
            }

            if (Web(sent["source"]) is not { } asked || !outward.MayAsk(asked) || own.Has(paper, asked, host))
            {
                return Refuse("The source is no address that is asked from here.");
            }

            if (Web(sent["target"]) is not { } wanted || own.PathOf(paper, wanted, host) is not { } path)
            {
                return Refuse("The target is no text of this paper.");
            }

            about = await CommentTarget.FindAsync(database, paper.Id, path, "", time.GetUtcNow(), cancellationToken);
        }

        return about is not { Mode: DiscussionMode.Open }
            ? Refuse("The target is no text that is open to discussion.")
            : await LookAsync(paper, about, Web(sent["source"])!, Web(sent["target"])!, cancellationToken);
    }

    private async Task<(int Status, string Said)> LookAsync(
        Publication paper,
        CommentTarget about,
        Uri source,
        Uri target,
        CancellationToken cancellationToken
    )
    {
        if (!IsInTime() || !outward.IsThere || !await turns.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return (StatusCodes.Status429TooManyRequests, "Too much comes at once. Please send it again later.");
        }

        try
        {
            var hold = new HoldMention(address, paper.Id, time);
            var page = await new AskPage(outward).GetAsync(source, cancellationToken);
            var mention = page.Fault == PageFault.None ? FindLink.In(page, target) : null;
            if (mention is null)
            {
                if (page.Fault is PageFault.None or PageFault.Gone)
                {
                    await hold.ForgetAsync(about.Post.Id, source.AbsoluteUri, cancellationToken);
                }

                return Refuse(Why(page.Fault));
            }

            var isHeld = await hold.RunAsync(
                about.Post.Id,
                source.AbsoluteUri,
                NameOf(mention, source),
                TextOf(mention, source),
                cancellationToken
            );
            return isHeld
                ? (StatusCodes.Status202Accepted, "It waits for the editors.")
                : (StatusCodes.Status429TooManyRequests, "Too many wait already. Please send it again later.");
        }
        finally
        {
            turns.Release();
        }
    }

    private bool IsInTime()
    {
        lock (gate)
        {
            return bucket.Take(time.GetUtcNow()) is null;
        }
    }

    private static (int, string) Refuse(string why) => (StatusCodes.Status400BadRequest, why);

    private static string Why(PageFault fault) =>
        fault switch
        {
            PageFault.None => "The source does not link the target.",
            PageFault.Closed => "The source is no address that is asked from here, or leads to one.",
            PageFault.Unreachable => "The source cannot be reached.",
            PageFault.Slow => "The source takes too long.",
            PageFault.TooManyRedirects => "The source leads on too often.",
            PageFault.Gone => "The source is gone.",
            PageFault.Refused => "The source does not answer.",
            PageFault.NoPage => "The source is no page.",
            PageFault.TooLarge => string.Create(
                CultureInfo.InvariantCulture,
                $"The source is longer than {AskPage.MostBytes / 1024} KiB."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };

    // Whose page it is, whoever they say that they are: a host is what was looked at, a name is a stranger's word.
    private static string NameOf(Mention mention, Uri source)
    {
        var name = mention.Author.Length == 0 ? source.IdnHost : $"{mention.Author} ({source.IdnHost})";
        return name.Length <= UntrustedComment.LongestName ? name
            : source.IdnHost.Length <= UntrustedComment.LongestName ? source.IdnHost
            : source.IdnHost[^UntrustedComment.LongestName..];
    }

    private static string TextOf(Mention mention, Uri source)
    {
        string[] parts =
        [
            mention.Title.Length == 0 ? "" : $"**{Plain(mention.Title)}**",
            mention.Said.Length == 0 ? "" : $"> {Plain(mention.Said)}",
            $"[{Plain(source.AbsoluteUri)}](<{source.AbsoluteUri}>)",
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    // A stranger's words are no Markdown.
    private static string Plain(string words) =>
        string.Concat(
            words.Select(letter =>
                char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter))
                    ? $"\\{letter}"
                    : $"{letter}"
            )
        );

    private static Uri? Web(string typed) =>
        typed.Length <= LongestAddress
        && OutsideAddress.TryParseWeb(typed, out var address, out _)
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : null;
}
