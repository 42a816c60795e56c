using Pamphlet.Forms;
using Pamphlet.Reading.Words;

namespace Pamphlet.Letters.Sending;

/// <summary><c>/letter.html?noted</c> and <c>?check</c>: three of the ten words are asked for, once the page that showed them is gone.</summary>
internal sealed class CheckWords(FormPages pages, AskedWords asked)
{
    public const string ProofField = "proof";

    public static string Field(int which) => $"word{which}";

    public async Task TakeAsync(HttpContext context, bool isTyped, CancellationToken cancel)
    {
        var catalogue = await pages.CatalogueAsync(cancel);
        using var body = MultipartBody.Of(context.Request);
        using var sent = await ReadAsync(body, cancel);
        if (sent is null || AskedWords.Places(sent.Token(ProofField)) is not { } places)
        {
            await LetterPages.SayAsync(context, catalogue, said => (said.CheckHeading, said.CheckStale), cancel);
            return;
        }

        using var page = new SecretPage();
        var proof = sent.Token(ProofField);
        var words = Phrasebooks.For(catalogue.Paper.Language);
        var verdicts = isTyped ? asked.Judge(proof, sent[Field(0)], sent[Field(1)], sent[Field(2)]) : [];
        if (verdicts is null)
        {
            await LetterPages.SayAsync(context, catalogue, said => (said.CheckHeading, said.CheckStale), cancel);
            return;
        }

        if (isTyped && verdicts.All(isRight => isRight))
        {
            await LetterPages.SayAsync(context, catalogue, said => (said.Checked, said.CheckedText), cancel);
            return;
        }

        var fields = places.Select(
            (place, which) =>
                new FormField(
                    Field(which),
                    words.Letters.CheckWord.With("number", words.Figure(place + 1)),
                    page.Place(sent[Field(which)]),
                    Fault: isTyped && !verdicts[which]
                        ? words.Letters.CheckWrong.With("number", words.Figure(place + 1))
                        : null
                )
                {
                    IsCode = true,
                }
        );
        var model = new CheckWordsModel(proof, [.. fields]);
        await page.AnswerAsync(
            context,
            catalogue,
            LetterPages.Page(
                said => said.CheckHeading,
                sheet => new Letters_Sending_CheckWords { Model = (sheet, model) },
                isTyped ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
            ),
            cancel
        );
    }

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
}

internal sealed record CheckWordsModel(string Proof, IReadOnlyList<FormField> Fields);
