using Pamphlet.Forms;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using RazorSlices;

namespace Pamphlet.Letters.Sending;

/// <summary>The pages of this room, all at <c>/letter.html</c>.</summary>
internal static class LetterPages
{
    public static FormPage Page(
        Func<LetterWords, string> title,
        Func<Sheet, RazorSlice> body,
        int status = StatusCodes.Status200OK
    ) => new(Files.Letter, Language: null, words => title(words.Letters), body) { Status = status };

    /// <summary>A heading and a sentence.</summary>
    public static async Task SayAsync(
        HttpContext context,
        Catalogue catalogue,
        Func<LetterWords, (string Heading, string Sentence)> say,
        CancellationToken cancel,
        int status = StatusCodes.Status200OK
    )
    {
        using var page = new SecretPage();
        await page.AnswerAsync(
            context,
            catalogue,
            Page(
                said => say(said).Heading,
                sheet => new Letters_Sending_Said { Model = (sheet, say(sheet.Words.Letters)) },
                status
            ),
            cancel
        );
    }
}
