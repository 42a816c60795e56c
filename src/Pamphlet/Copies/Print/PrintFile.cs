using Pamphlet.Copies.Books;

namespace Pamphlet.Copies.Print;

/// <summary>A book as a PDF of A5 pages, or those pages laid on A4 sheets so that they fold into a booklet.</summary>
internal static class PrintFile
{
    // Sheets are printed on both sides and folded once; a booklet that is read from right to left is bound on the other side.
    private const string Fold = """
        import sys, pikepdf
        source, target, direction = sys.argv[1:4]
        with pikepdf.open(source) as book:
            width, height = [float(x) for x in list(book.pages[0].mediabox)[2:]]
            count = -(-len(book.pages) // 4) * 4
            while len(book.pages) < count:
                book.add_blank_page(page_size=(width, height))
            sheets = pikepdf.new()
            for sheet in range(count // 2):
                first, last = sheet, count - 1 - sheet
                left, right = (last, first) if sheet % 2 == 0 else (first, last)
                if direction == "rtl":
                    left, right = right, left
                side = sheets.add_blank_page(page_size=(2 * width, height))
                for at, page in ((0, left), (width, right)):
                    side.add_overlay(book.pages[page], pikepdf.Rectangle(at, 0, at + width, height))
            sheets.save(target)
        """;

    /// <returns>One line that says which program is missing and what it is for, or null: the file is written.</returns>
    public static async Task<string?> WriteAsync(BookPlan book, bool isFolded, string output, CancellationToken cancel)
    {
        var isRightToLeft = book.Texts.Any(text => text.Language.IsRightToLeft);
        var weasyprint = OutsideTool.Find("weasyprint");
        var chromium = OutsideTool.Find("chromium");
        if ((isRightToLeft ? chromium : weasyprint ?? chromium) is null)
        {
            return isRightToLeft
                ? "This text is read from right to left, and only Chromium sets such lines rightly: apt install chromium"
                : "PDFs are off: WeasyPrint was not found. apt install weasyprint python3-pikepdf fonts-noto-core. Everything else works.";
        }

        var folder = Directory.CreateTempSubdirectory("pamphlet-print-").FullName;
        try
        {
            var (page, flat) = (Path.Combine(folder, "book.html"), Path.Combine(folder, "flat.pdf"));
            var hasFootnotes = !isRightToLeft && weasyprint is not null;
            await File.WriteAllBytesAsync(page, PrintedBook.Write(book, hasFootnotes), cancel);
            if (hasFootnotes)
            {
                await OutsideTool.RunAsync(weasyprint!, folder, ["--encoding", "utf-8", page, flat], cancel);
            }
            else
            {
                await OutsideTool.RunAsync(
                    chromium!,
                    folder,
                    [.. ChromiumSays, $"--print-to-pdf={flat}", page],
                    cancel
                );
            }

            if (!isFolded)
            {
                File.Copy(flat, output);
                return null;
            }

            return await FoldAsync(book, folder, flat, output, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // It is given one file of ours with nothing to fetch, whose head forbids scripts (with scripts switched off it prints nothing),
    // and told that there is no network all the same.
    private static readonly string[] ChromiumSays =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--disable-dev-shm-usage",
        "--proxy-server=127.0.0.1:9",
    ];

    // Debian's own, where it has packages: another before it on the way knows none of them.
    private static string? Python() =>
        File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : OutsideTool.Find("python3");

    private static async Task<string?> FoldAsync(
        BookPlan book,
        string folder,
        string flat,
        string output,
        CancellationToken cancel
    )
    {
        if (Python() is not { } python)
        {
            return "Booklets are folded by pikepdf, which was not found: apt install python3-pikepdf";
        }

        var (script, folded) = (Path.Combine(folder, "fold.py"), Path.Combine(folder, "folded.pdf"));
        await File.WriteAllTextAsync(script, Fold, cancel);
        try
        {
            await OutsideTool.RunAsync(python, folder, [script, flat, folded, book.Language.Direction], cancel);
        }
        catch (IOException failed) when (failed.Message.Contains("No module named", StringComparison.Ordinal))
        {
            return "Booklets are folded by pikepdf, which was not found: apt install python3-pikepdf";
        }

        File.Copy(folded, output);
        return null;
    }
}
