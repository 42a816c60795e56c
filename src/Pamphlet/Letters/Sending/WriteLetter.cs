using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Pamphlet.Forms;
using Pamphlet.Letters.ComingBack;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;
using Pamphlet.Web;

namespace Pamphlet.Letters.Sending;

/// <summary><c>/letter.html?write</c>: the form for a letter; what it sends is sealed while it arrives.</summary>
internal sealed class WriteLetter(
    LetterBox box,
    FormPages pages,
    FormTokens tokens,
    OpenVisits visits,
    Stretching stretching,
    AskedWords asked,
    ComeBack back,
    LetterBrakes brakes,
    TimeProvider time
)
{
    public const string WordsField = "words";
    public const string SubjectField = "subject";
    public const string FilesField = "files";
    public const string NoAnswerField = "no-answer";
    public const string VisitField = "visit";

    private const string Purpose = "letter";

    /// <summary>For the whole form: 5 MB at 3 KB a second, which a slow circuit of Tor carries.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(30);

    // What is beyond is read and forgotten, so that the browser shows our answer and not a broken connection.
    private const long LargestForm = 64 << 20;

    public async Task AskAsync(HttpContext context, CancellationToken cancel)
    {
        var catalogue = await pages.CatalogueAsync(cancel);
        using var page = new SecretPage();
        await ShowAsync(context, catalogue, page, FormFaults.None, sent: null, cancel);
    }

    /// <summary>The same for somebody who came back with a codename.</summary>
    public async Task AskAgainAsync(HttpContext context, CancellationToken cancel)
    {
        var catalogue = await pages.CatalogueAsync(cancel);
        using var body = MultipartBody.Of(context.Request);
        using var sent = await ReadAsync(body, letter: null, cancel);
        using var visitor = sent is null ? null : visits.Find(sent.Token(VisitField));
        if (visitor is null)
        {
            await back.ShowStaleAsync(context, catalogue, cancel);
            return;
        }

        using var page = new SecretPage();
        await ShowAsync(context, catalogue, page, FormFaults.None, sent, cancel);
    }

    public async Task TakeAsync(HttpContext context, CancellationToken cancel)
    {
        LetUploadBeSlow(context);
        var catalogue = await pages.CatalogueAsync(cancel);
        using var page = new SecretPage();
        using var letter = ArrivingLetter.Begin(box);
        using var body = MultipartBody.Of(context.Request);
        using var late = new CancellationTokenSource(LongestUpload, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        using var sent = await ReadAsync(body, letter, either.Token);
        if (sent is null)
        {
            await LetterPages.SayAsync(context, catalogue, said => (said.Heading, said.BrokeOff), cancel, status: 400);
            return;
        }

        var words = Phrasebooks.For(catalogue.Paper.Language);
        using var visitor = visits.Find(sent.Token(VisitField));
        var faults = FaultsOf(context, sent, letter, isStale: sent.Has(VisitField) && visitor is null, words);
        if (faults.All.Count > 0 || letter is null)
        {
            await ShowAsync(context, catalogue, page, faults, sent, cancel);
            return;
        }

        using var codename = visitor is null && !sent.Has(NoAnswerField) ? Codename.Draw() : null;
        using var drawn = codename is null ? null : await stretching.ForWriterAsync(codename, letter.Paper, cancel);
        if (codename is not null && drawn is null)
        {
            await ShowAsync(context, catalogue, page, new([new FormFault(words.Forms.Busy)]), sent, cancel);
            return;
        }

        var replyKey = sent.Has(NoAnswerField) ? null : (visitor?.Identity ?? drawn)?.Recipient;
        // Before the letter is put: whatever goes wrong with it, no letter lies there whose words nobody was shown.
        var taken = new LetterTakenModel(
            codename is null ? [] : [.. Enumerable.Range(0, Codename.Words).Select(codename.Word)],
            codename is null ? "" : asked.Choose(codename),
            IsAgain: visitor is not null && replyKey is not null
        );
        if (!await Task.Run(() => Finish(letter, sent, replyKey), CancellationToken.None))
        {
            var fault = letter.IsBusy ? words.Forms.Busy : words.Letters.FullMeanwhile;
            await ShowAsync(context, catalogue, page, new([new FormFault(fault)]), sent, cancel);
            return;
        }

        await page.AnswerAsync(
            context,
            catalogue,
            LetterPages.Page(said => said.Taken, sheet => new Letters_Sending_LetterTaken { Model = (sheet, taken) }),
            cancel
        );
    }

    private FormFaults FaultsOf(
        HttpContext context,
        SentFields sent,
        ArrivingLetter? letter,
        bool isStale,
        Phrasebook words
    )
    {
        var faults = LetterChecks.Of(context.Request, sent, letter, words);
        if (isStale)
        {
            return new FormFaults([.. faults.All, new FormFault(words.Letters.Stale)]);
        }

        return
            faults.All.Count == 0 && letter is not null && Refusal(context, sent.Token("token"), words) is { } refusal
            ? new FormFaults([new FormFault(refusal)])
            : faults;
    }

    // Spends the token where nothing else stands against it. That somebody was quick is no fault: what is pasted is sent at once.
    private string? Refusal(HttpContext context, string token, Phrasebook words) =>
        tokens.Check(Purpose, token) switch
        {
            FormTokenVerdict.Stale => words.Forms.Stale,
            FormTokenVerdict.Used => words.Forms.Used,
            _ when brakes.Take(context.Features.Get<Circuit>()) is not null => words.Forms.Busy,
            _ => tokens.Spend(Purpose, token) == FormTokenVerdict.Used ? words.Forms.Used : null,
        };

    private static bool Finish(ArrivingLetter letter, SentFields sent, HybridRecipient? replyKey) =>
        letter.Files.Count == 0
        && sent[SubjectField].IsEmpty
        && SealedBefore.OfWords(sent[WordsField]) == SealedBefore.Verdict.Sealed
            ? letter.FinishSealed(sent[WordsField], replyKey)
            : letter.Finish(sent[SubjectField], sent[WordsField], replyKey);

    /// <returns>Null: it broke off, or is no form of ours.</returns>
    private static async Task<SentFields?> ReadAsync(
        MultipartBody? body,
        ArrivingLetter? letter,
        CancellationToken cancel
    )
    {
        if (body is null)
        {
            return null;
        }

        try
        {
            return await SentFields.ReadAsync(
                body,
                WordsField,
                letter is null ? null : (head, stop) => TakeFileAsync(body, head, letter, stop),
                cancel
            );
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or OperationCanceledException
                        or Microsoft.AspNetCore.Http.BadHttpRequestException
            )
        {
            return null;
        }
    }

    private static async Task TakeFileAsync(
        MultipartBody body,
        PartHead head,
        ArrivingLetter letter,
        CancellationToken cancel
    )
    {
        using var piece = new SecretBytes(32 * 1024);
        var isFirst = true;
        int count;
        do
        {
            count = 0;
            while (count < piece.Length && await body.ReadAsync(piece.Memory[count..], cancel) is > 0 and var more)
            {
                count += more;
            }

            letter.Add(piece.Span[..count], isFirst);
            isFirst = false;
        } while (count == piece.Length);

        letter.EndFile(head.FileName ?? "");
    }

    private async Task ShowAsync(
        HttpContext context,
        Catalogue catalogue,
        SecretPage page,
        FormFaults faults,
        SentFields? sent,
        CancellationToken cancel
    )
    {
        var keys = box.Keys.Read();
        var epoch = box.Keys.For(box.Today);
        var isOpen = keys is not null && epoch is not null;
        var (hasRoom, hasRoomForFiles) = box.ShownRoom(ArrivingLetter.MostPages);
        var model = new LetterFormModel(
            LetterPlace.Of(context),
            isOpen,
            hasRoom,
            hasRoomForFiles,
            keys?.Signer.Fingerprint ?? "",
            epoch?.Recipient.ToString() ?? "",
            faults,
            Token: tokens.Issue(Purpose)
        )
        {
            Subject = sent is null ? "" : page.Place(sent[SubjectField]),
            Words = sent is null ? "" : page.Place(sent[WordsField]),
            Visit = sent?.Token(VisitField) ?? "",
            WantsNoAnswer = sent?.Has(NoAnswerField) == true,
        };
        await page.AnswerAsync(
            context,
            catalogue,
            LetterPages.Page(
                said => said.Write,
                sheet => new Letters_Sending_LetterForm { Model = (sheet, model) },
                faults.All.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                    : isOpen && !hasRoom ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status200OK
            ),
            cancel
        );
    }

    // A file over Tor takes its time, and may stand still for a while.
    private static void LetUploadBeSlow(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = LargestForm;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new MinDataRate(bytesPerSecond: 20, gracePeriod: TimeSpan.FromMinutes(2));
        }
    }
}

/// <summary>What the form's slice shows.</summary>
/// <param name="IsOpen">There is a key for letters of today.</param>
/// <param name="Recipient">The key, as the program age takes it.</param>
internal sealed record LetterFormModel(
    LetterPlace Place,
    bool IsOpen,
    bool HasRoom,
    bool HasRoomForFiles,
    string Fingerprint,
    string Recipient,
    FormFaults Faults,
    string Token
)
{
    /// <summary>A mark for the page, in place of what was typed.</summary>
    public string Subject { get; init; } = "";

    /// <inheritdoc cref="Subject"/>
    public string Words { get; init; } = "";

    /// <summary>Of somebody who came back with a codename; or empty.</summary>
    public string Visit { get; init; } = "";

    public bool WantsNoAnswer { get; init; }

    /// <summary>Nobody types what could not be taken; but what was typed already stays on the page.</summary>
    public bool TakesWords => (IsOpen && HasRoom) || Words.Length > 0 || Subject.Length > 0;
}

/// <param name="Codename">The ten words, or none: no answer is wanted, or they are known already.</param>
/// <param name="Proof">See <see cref="AskedWords"/>.</param>
internal sealed record LetterTakenModel(IReadOnlyList<string> Codename, string Proof, bool IsAgain);
