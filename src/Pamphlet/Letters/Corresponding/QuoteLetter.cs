using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// <c>POST /desk/letters/from/…/quote</c>: begins a text with a thread's words as a quotation. From then on they lie in the database
/// as every draft does, which the page says; and as long as the letters are open, the reading-over finds what was taken over unchanged.
/// </summary>
internal static class QuoteLetter
{
    public static async Task<IResult> BeginAsync(
        string thread,
        Visit visit,
        OpenMail mail,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false, thread);
        }

        if (mail.Find(thread) is not { } found || !visit.Editor.Acts.Has(Act.Write))
        {
            return Trouble.NotFound(visit);
        }

        var lines = found
            .Letters.Reverse()
            .SelectMany(letter => $"{OpenedLetter.Read(letter, mail).Text.Trim()}\n\n".Split('\n'))
            .Select(line => $"> {line}".TrimEnd());
        var id = await BeginText.RunAsync(
            database,
            visit.Paper,
            visit.Words.Letters.QuoteTitle,
            PostKind.Post,
            visit.Paper.Language,
            time,
            cancel
        );
        var post = await database.FindAsync<Post>([visit.Paper.Id, id], cancel);
        post!.Markdown = string.Join('\n', lines).TrimEnd('>', '\n');
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther(TextAddress.Of(id), visit.Words.Letters.Quoted);
    }
}
