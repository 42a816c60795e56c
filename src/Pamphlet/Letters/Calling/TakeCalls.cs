using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;
using Pamphlet.Web;

namespace Pamphlet.Letters.Calling;

/// <summary>
/// <c>/.well-known/letters/call</c>: a correspondent's own machine fetches the whole mailbag, so that nobody learns which letter was
/// read, and brings answers among covers, so that nobody on the way learns how many.
/// </summary>
internal sealed class TakeCalls(LetterBox box, TimeProvider time)
{
    public const string Path = "/.well-known/letters/call";

    /// <summary>So many pages come at a time, whether or not there are as many answers.</summary>
    public const int PagesAtOnce = 4;

    private const int LargestCall = (PagesAtOnce * LetterPage.SealedBytes) + 1024;

    private readonly Challenges challenges = new(time);

    public static ReadOnlySpan<byte> Fetch => "fetch\n"u8;

    public static ReadOnlySpan<byte> Answers => "answers\n"u8;

    public static ReadOnlySpan<byte> Epochs => "epochs\n"u8;

    public static ReadOnlySpan<byte> Close => "close\n"u8;

    public static ReadOnlySpan<byte> Forget => "forget\n"u8;

    public static void Map(IEndpointRouteBuilder routes, TakeCalls calls)
    {
        routes.MapGet(Path, calls.ChallengeAsync);
        routes.MapPost(Path, calls.TakeAsync);
    }

    private async Task ChallengeAsync(HttpContext context)
    {
        PageHeaders.SetPrivate(context.Response);
        if (box.Keys.Read() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync($"{Convert.ToBase64String(challenges.New())}\n", context.RequestAborted);
    }

    private async Task TakeAsync(HttpContext context)
    {
        PageHeaders.SetPrivate(context.Response);
        var body = await ReadAsync(context);
        if (
            body is null
            || box.Keys.Read() is not { } keys
            || !SignedCall.TryRead(body, keys.Signer, out var call)
            || !challenges.Spend(call.Challenge.Span)
        )
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var asked = call.Body;
        if (asked.Span.SequenceEqual(Fetch))
        {
            await SendMailAsync(context);
        }
        else if (asked.Span.StartsWith(Answers))
        {
            await SayAsync(context, TakeAnswers(asked.Span[Answers.Length..]));
        }
        else if (asked.Span.StartsWith(Epochs))
        {
            await SayAsync(context, TakeEpochs(asked[Epochs.Length..], keys));
        }
        else if (asked.Span.SequenceEqual(Close))
        {
            await SayAsync(context, box.Publish(keys: null));
        }
        else if (asked.Span.StartsWith(Forget))
        {
            await SayAsync(context, TakeForget(asked.Span[Forget.Length..]));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static async Task SayAsync(HttpContext context, bool isDone)
    {
        context.Response.StatusCode = isDone ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(isDone ? "done\n" : "not done\n", context.RequestAborted);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestCall;
        }

        try
        {
            using var read = new MemoryStream();
            await context.Request.Body.CopyToAsync(read, context.RequestAborted);
            return read.ToArray();
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private async Task SendMailAsync(HttpContext context)
    {
        var slots = box.LetterSlots;
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = (long)slots * LetterPage.SealedBytes;
        var page = new byte[LetterPage.SealedBytes];
        for (var slot = 0; slot < slots; slot++)
        {
            box.ReadLetter(slot, page);
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
        }
    }

    // The server is told how many of them are answers: were covers kept too, the bag would be full of them in a week.
    private bool TakeAnswers(ReadOnlySpan<byte> counted)
    {
        if (counted.Length != 1 + (PagesAtOnce * LetterPage.SealedBytes) || counted[0] > PagesAtOnce)
        {
            return false;
        }

        var isDone = true;
        for (var at = 0; at < counted[0]; at++)
        {
            isDone &= box.PutAnswer(counted.Slice(1 + (at * LetterPage.SealedBytes), LetterPage.SealedBytes));
        }

        return isDone;
    }

    private bool TakeEpochs(ReadOnlyMemory<byte> text, EpochKeys before) =>
        EpochKeys.TryRead(text.Span, out var keys)
        && keys.Signer.Paper.Equals(before.Signer.Paper)
        && keys.At(box.Today) is not null
        && box.Publish(keys);

    // Never this week: its letters may not have been fetched yet.
    private bool TakeForget(ReadOnlySpan<byte> day) =>
        DateOnly.TryParseExact(
            Encoding.ASCII.GetString(day),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            default,
            out var before
        )
        && before <= EpochWeeks.Monday(box.Today)
        && box.Forget(before);

    /// <summary>The body of a call after which nothing of weeks before a day lies there any more.</summary>
    public static byte[] ForgetBody(DateOnly before) =>
        [.. Forget, .. Encoding.ASCII.GetBytes(before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    /// <summary>The body of a call that brings answers: as many pages as always, covers behind the answers.</summary>
    public static byte[] AnswersBody(IReadOnlyList<byte[]> answers) =>
        [
            .. Answers,
            (byte)answers.Count,
            .. answers
                .Concat(Enumerable.Range(answers.Count, PagesAtOnce - answers.Count).Select(_ => LetterPage.Cover()))
                .SelectMany(page => page),
        ];

    /// <summary>The body of a call that brings a list of keys.</summary>
    public static byte[] EpochsBody(EpochKeys keys) => [.. Epochs, .. keys.Text.Span];
}
