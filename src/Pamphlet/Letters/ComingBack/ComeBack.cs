using Pamphlet.Forms;
using Pamphlet.Letters.Sending;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.ComingBack;

/// <summary><c>/letter.html?back</c>: ten words, and what was answered to whoever has them; to write again, or to destroy it.</summary>
internal sealed class ComeBack(LetterBox box, FormPages pages, OpenVisits visits, Stretching stretching) : IDisposable
{
    public const string CodenameField = "codename";

    // Trying a thousand slots costs a processor half a second: one after another, and who would wait for long is told so.
    private const int LongestQueue = 20;
    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    public async Task AskAsync(HttpContext context, CancellationToken cancel)
    {
        var catalogue = await pages.CatalogueAsync(cancel);
        using var page = new SecretPage();
        await ShowAsync(context, catalogue, page, fault: null, typed: "", cancel);
    }

    public async Task TakeAsync(HttpContext context, CancellationToken cancel)
    {
        var catalogue = await pages.CatalogueAsync(cancel);
        var words = Phrasebooks.For(catalogue.Paper.Language);
        using var page = new SecretPage();
        using var body = MultipartBody.Of(context.Request);
        using var sent = await ReadAsync(body, cancel);
        if (sent is null || box.Keys.Read() is not { } keys)
        {
            var fault = sent is null ? words.Letters.BrokeOff : words.Letters.NotOpen;
            await ShowAsync(context, catalogue, page, fault, "", cancel);
            return;
        }

        if (!Codename.TryRead(sent[CodenameField], out var codename, out var wrong, out var number))
        {
            var fault = Say(wrong, number, words);
            await ShowAsync(context, catalogue, page, fault, page.Place(sent[CodenameField]), cancel);
            return;
        }

        using (codename)
        {
            using var reader = await stretching.ForComerAsync(codename, keys.Signer.Paper, cancel);
            if (reader is null || await FindAsync(reader, keys.Signer, cancel) is not { } answers)
            {
                await ShowAsync(context, catalogue, page, words.Letters.Busy, page.Place(sent[CodenameField]), cancel);
                return;
            }

            await ShowAnswersAsync(context, catalogue, page, answers, keys.Signer, visits.Open(reader), cancel);
        }
    }

    public async Task DestroyAsync(HttpContext context, CancellationToken cancel)
    {
        var catalogue = await pages.CatalogueAsync(cancel);
        using var body = MultipartBody.Of(context.Request);
        using var sent = await ReadAsync(body, cancel);
        using var visitor = sent is null ? null : visits.Find(sent.Token(WriteLetter.VisitField));
        if (visitor is null || box.Keys.Read() is not { } keys)
        {
            await ShowStaleAsync(context, catalogue, cancel);
            return;
        }

        if (await FindAsync(visitor.Identity, keys.Signer, cancel) is not { } answers)
        {
            await LetterPages.SayAsync(context, catalogue, said => (said.BackHeading, said.Busy), cancel, status: 503);
            return;
        }

        box.DestroyAnswers(answers.Select(answer => answer.Slot));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }

        await LetterPages.SayAsync(context, catalogue, said => (said.Destroyed, said.DestroyedText), cancel);
    }

    public async Task ShowStaleAsync(HttpContext context, Catalogue catalogue, CancellationToken cancel)
    {
        var words = Phrasebooks.For(catalogue.Paper.Language);
        using var page = new SecretPage();
        await ShowAsync(context, catalogue, page, words.Letters.Stale, "", cancel);
    }

    public void Dispose() => turn.Dispose();

    private static string Say(CodenameFault fault, int number, Phrasebook words) =>
        fault switch
        {
            CodenameFault.UnknownWord => words.Letters.UnknownWord.With("number", words.Figure(number)),
            CodenameFault.TooFew => words.Letters.TooFew,
            CodenameFault.TooMany => words.Letters.TooMany,
            _ => words.Letters.NotTogether,
        };

    private static async Task<SentFields?> ReadAsync(MultipartBody? body, CancellationToken cancel)
    {
        try
        {
            return body is null ? null : await SentFields.ReadAsync(body, "", takeFile: null, cancel);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <returns>Null: too many look at once.</returns>
    private async Task<IReadOnlyList<FoundAnswer>?> FindAsync(
        HybridIdentity reader,
        LettersKey paper,
        CancellationToken cancel
    )
    {
        if (Interlocked.Increment(ref waiting) > LongestQueue)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            await turn.WaitAsync(cancel);
            try
            {
                return await Task.Run(() => FindAnswers.Run(box, reader, paper), CancellationToken.None);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private static async Task ShowAnswersAsync(
        HttpContext context,
        Catalogue catalogue,
        SecretPage page,
        IReadOnlyList<FoundAnswer> answers,
        LettersKey signer,
        string visit,
        CancellationToken cancel
    )
    {
        var model = new AnswersModel([.. answers.Select(one => page.Place(one.Words.Span))], signer.Fingerprint, visit);
        foreach (var answer in answers)
        {
            answer.Dispose();
        }

        await page.AnswerAsync(
            context,
            catalogue,
            LetterPages.Page(
                said => said.BackHeading,
                sheet => new Letters_ComingBack_Answers { Model = (sheet, model) }
            ),
            cancel
        );
    }

    private static Task ShowAsync(
        HttpContext context,
        Catalogue catalogue,
        SecretPage page,
        string? fault,
        string typed,
        CancellationToken cancel
    )
    {
        var faults = fault is null ? FormFaults.None : new FormFaults([new FormFault(fault, CodenameField)]);
        return page.AnswerAsync(
            context,
            catalogue,
            LetterPages.Page(
                said => said.BackHeading,
                sheet => new Letters_ComingBack_ComeBack { Model = (sheet, new ComeBackModel(faults, typed)) },
                fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
            ),
            cancel
        );
    }
}

/// <param name="Typed">A mark for the page, in place of what was typed.</param>
internal sealed record ComeBackModel(FormFaults Faults, string Typed);

/// <param name="Answers">Marks for the page, in place of what was written.</param>
/// <param name="Visit">See <see cref="OpenVisits"/>.</param>
internal sealed record AnswersModel(IReadOnlyList<string> Answers, string Fingerprint, string Visit);
