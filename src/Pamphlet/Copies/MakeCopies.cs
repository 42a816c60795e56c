using Pamphlet.Copies.Books;
using Pamphlet.Copies.Print;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Signing;

namespace Pamphlet.Copies;

/// <summary>Makes every copy of the whole paper that can be made on this machine, and offers them to readers.</summary>
internal sealed class MakeCopies(CopyShelf shelf)
{
    // A book is made in memory; of a large paper it holds the newest texts.
    private const int MostTexts = 200;

    // Its torrent is made in memory too, in bytes.
    private const long LargestShared = 256L << 20;

    /// <summary>False: nothing is made by other programs.</summary>
    public bool HasTools { get; init; } = true;

    private readonly List<(CopyKind Kind, string File, CopiedFile Facts)> made = [];
    private readonly List<string> missing = [];

    /// <param name="edition">Held by the caller.</param>
    /// <param name="log">The paper's, with the edition's record in it.</param>
    /// <returns>What could not be made, a line each, with what mends it.</returns>
    /// <exception cref="IOException">The disk is full, or a tool failed; what was offered before still is.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(Edition edition, EditionLog log, CancellationToken cancel)
    {
        if (PaperCopy.Of(edition) is not { } paper || ReadSeal.Of(log, edition) is not { } seal)
        {
            return ["The edition was never signed, so nobody could check a copy of it. Serve the paper once."];
        }

        // Of a run that was killed something may lie here still.
        var work = Path.Combine(shelf.Folder, "work");
        Directory.CreateDirectory(work);
        foreach (var stray in Directory.EnumerateFiles(work))
        {
            File.Delete(stray);
        }

        var name = FormattableString.Invariant($"paper-{seal.Record.Number}");
        string FileOf(string ending) => Path.Combine(work, $"{name}{ending}");
        await AddAsync(
            CopyKind.Zip,
            FileOf(".zip"),
            file => Task.FromResult(WriteZip(edition, name, StrangersFiles.Of(log, seal), file, cancel)),
            cancel
        );
        if (new FileInfo(FileOf(".zip")) is { Exists: true, Length: <= LargestShared } zip)
        {
            await AddAsync(CopyKind.Torrent, FileOf(".torrent"), file => WriteTorrentAsync(zip, file, cancel), cancel);
        }

        if (paper.Newest(MostTexts) is { Count: > 0 } texts)
        {
            var book = BookPlan.OfMany(paper, paper.Name, texts);
            await AddAsync(
                CopyKind.Epub,
                FileOf(".epub"),
                async file =>
                {
                    await File.WriteAllBytesAsync(file, EpubFile.Write(book), cancel);
                    return null;
                },
                cancel
            );
        }

        if (HasTools)
        {
            await MakeWithToolsAsync(paper, edition, FileOf, cancel);
        }

        shelf.Replace(
            [.. made.Select(one => (FactOf(one.Kind, one.File, one.Facts, seal.Record.Number), one.File))],
            edition.Number,
            seal.Record.Time
        );
        return missing;
    }

    private async Task MakeWithToolsAsync(
        PaperCopy paper,
        Edition edition,
        Func<string, string> fileOf,
        CancellationToken cancel
    )
    {
        if (paper.Newest(MostTexts) is { Count: > 0 } texts)
        {
            var book = BookPlan.OfMany(paper, paper.Name, texts);
            await AddAsync(
                CopyKind.Pdf,
                fileOf(".pdf"),
                file => PrintFile.WriteAsync(book, isFolded: false, file, cancel),
                cancel
            );
            await AddAsync(
                CopyKind.Booklet,
                fileOf("-booklet.pdf"),
                file => PrintFile.WriteAsync(book, isFolded: true, file, cancel),
                cancel
            );
        }

        await AddAsync(CopyKind.Zim, fileOf(".zim"), file => ZimFile.WriteAsync(paper, edition, file, cancel), cancel);
    }

    private async Task AddAsync(CopyKind kind, string file, Func<string, Task<string?>> write, CancellationToken cancel)
    {
        if (await write(file) is { } lacking)
        {
            missing.Add(lacking);
            return;
        }

        made.Add((kind, file, await CopiedFile.OfAsync(file, cancel)));
    }

    private static CopyFact FactOf(CopyKind kind, string file, CopiedFile facts, long edition) =>
        new(kind, CopyList.PathOf(facts.Hash, Path.GetFileName(file)), facts.Size, facts.Hash, edition);

    private static string? WriteZip(
        Edition edition,
        string name,
        IReadOnlyDictionary<string, byte[]> beside,
        string output,
        CancellationToken cancel
    )
    {
        using var file = File.Create(output);
        return EditionZip.Write(edition, name, beside, file, cancel) ? null : EditionZip.Damaged;
    }

    private static async Task<string?> WriteTorrentAsync(FileInfo zip, string output, CancellationToken cancel)
    {
        var content = await File.ReadAllBytesAsync(zip.FullName, cancel);
        var (torrent, _) = TorrentFile.Write(zip.Name, content, home: null);
        await File.WriteAllBytesAsync(output, torrent, cancel);
        return null;
    }
}
