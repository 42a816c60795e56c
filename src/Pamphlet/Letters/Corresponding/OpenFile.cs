using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Seal;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// <c>/desk/letters/from/…/…/0</c>: a file of a letter. First a page says what opening it could do; then its bytes go to the browser,
/// under a name that says nothing, and never to a disk of ours.
/// </summary>
internal static class OpenFile
{
    public static async Task<IResult> WarnAsync(
        string thread,
        string letter,
        int number,
        Visit visit,
        OpenMail mail,
        CancellationToken cancel
    )
    {
        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false, thread);
        }

        if (Find(mail, thread, letter, number) is not { } found)
        {
            return Trouble.NotFound(visit);
        }

        var model = new FileModel(visit, thread, letter, number, found.File, found.IsThere);
        return visit.Page(visit.Words.Letters.FileTitle, () => new Letters_Corresponding_FilePage { Model = model });
    }

    public static async Task<IResult> SendAsync(
        string thread,
        string letter,
        int number,
        Visit visit,
        OpenMail mail,
        CancellationToken cancel
    )
    {
        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false, thread);
        }

        return Find(mail, thread, letter, number) is { IsThere: true } found
            ? new Sent(mail, found, number)
            : Trouble.NotFound(visit);
    }

    private static FoundFile? Find(OpenMail mail, string thread, string letter, int number)
    {
        var found = mail.Find(thread)
            ?.Letters.FirstOrDefault(one => string.Equals(one.Number, letter, StringComparison.Ordinal));
        if (found is null || number < 0)
        {
            return null;
        }

        var files = OpenedLetter.Read(found, mail).Files;
        return number < files.Count
            ? new FoundFile(found, files[number], files.Take(number).Sum(file => Math.Min(file.Length, uint.MaxValue)))
            : null;
    }

    private sealed record FoundFile(MailLetter Letter, LetterFile File, long From)
    {
        // A length is its writer's word: no more is believed than the pages could hold.
        public bool IsThere =>
            Letter.IsWhole && From + File.Length <= (long)(Letter.Pages.Count - 1) * LetterPage.MostContent;
    }

    private sealed class Sent(OpenMail mail, FoundFile found, int number) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var bytes = Gather();
            using var opened = SealedElsewhere.Open(bytes.Memory, mail.Ring.Epochs);
            var name = found.File.Name;
            var extension = FileModel.SafeExtension(opened is null ? name : Path.GetFileNameWithoutExtension(name));
            var response = httpContext.Response;
            DeskHeaders.Set(response);
            response.ContentType = "application/octet-stream";
            response.ContentLength = (opened ?? bytes).Length;
            // The sender's name for it could be a path, a trick, or somebody's name in a folder of downloads.
            response.Headers.ContentDisposition = string.Create(
                CultureInfo.InvariantCulture,
                $"attachment; filename=\"letter-file-{number + 1}{extension}\""
            );
            await response.Body.WriteAsync((opened ?? bytes).Memory, httpContext.RequestAborted);
        }

        private SecretBytes Gather()
        {
            var bytes = new SecretBytes(checked((int)found.File.Length));
            var (skip, filled) = (found.From, 0);
            foreach (var part in found.Letter.Pages.Skip(1).TakeWhile(_ => filled < bytes.Length))
            {
                using var page =
                    mail.Open(part) ?? throw new InvalidOperationException("A page went while it was read.");
                var content = page.Content;
                var from = (int)Math.Min(skip, content.Length);
                var count = Math.Min(bytes.Length - filled, content.Length - from);
                content.Slice(from, count).CopyTo(bytes.Span[filled..]);
                skip -= from;
                filled += count;
            }

            return bytes;
        }
    }
}

internal sealed record FileModel(Visit Visit, string Thread, string Letter, int Number, LetterFile File, bool IsWhole)
{
    // What a double click shows. What it runs, links or loads from elsewhere comes as .bin.
    private static readonly string[] Shown =
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".avif",
        ".heic",
        ".tif",
        ".tiff",
        ".pdf",
        ".txt",
        ".csv",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".odt",
        ".ods",
        ".odp",
        ".rtf",
        ".mp3",
        ".m4a",
        ".ogg",
        ".opus",
        ".wav",
        ".amr",
        ".mp4",
        ".mov",
        ".webm",
        ".mkv",
        ".3gp",
        ".zip",
        ".7z",
        ".age",
        ".asc",
    ];

    /// <summary>The ending of a sender's name, where it is a usual one; else <c>.bin</c>.</summary>
    public static string SafeExtension(string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return Shown.Contains(extension, StringComparer.Ordinal) ? extension : ".bin";
    }

    public string Size =>
        File.Length < 10_000
            ? string.Create(CultureInfo.InvariantCulture, $"{File.Length} B")
            : string.Create(CultureInfo.InvariantCulture, $"{File.Length / 1e6:0.00} MB");
}
