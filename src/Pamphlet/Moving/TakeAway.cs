using System.IO.Compression;
using Pamphlet.Desk;
using Pamphlet.Exports;
using Pamphlet.Pictures;
using Pamphlet.Storage;

namespace Pamphlet.Moving;

/// <summary><c>/desk/take-away</c>: everything the paper owns, as files that outlive this program; made while it is sent, kept nowhere.</summary>
internal static class TakeAway
{
    // A zip must name some time; this one says nothing.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DeskPage Show(Visit visit) =>
        visit.Page(visit.Words.Moving.TakeAway, () => new Moving_TakeAway { Model = visit });

    public static IResult SendAsync(Visit visit, Database database) =>
        visit.Form["as"] is "wxr"
            ? new Download(
                "paper.wxr.xml",
                "application/xml",
                (output, cancel) => WxrAsync(visit, database, output, cancel)
            )
            : new Download(
                "paper.zip",
                "application/zip",
                (output, cancel) => SourceAsync(visit, database, output, cancel)
            );

    private static async Task SourceAsync(Visit visit, Database database, Stream output, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancel
        );
        _ = await KeepPaper.RunAsync(
            database,
            visit.Paper,
            async (file, content) =>
            {
                var isPicture = file.StartsWith("pictures/", StringComparison.Ordinal);
                var entry = zip.CreateEntry(
                    $"paper/{file}",
                    isPicture ? CompressionLevel.NoCompression : CompressionLevel.Optimal
                );
                entry.LastWriteTime = NoTime;
                await using var written = await entry.OpenAsync(cancel);
                await written.WriteAsync(content, cancel);
            },
            cancel
        );
    }

    private static async Task WxrAsync(Visit visit, Database database, Stream output, CancellationToken cancel)
    {
        var pictures = await new PictureStore(database, visit.Paper.Id).ShownAsync(null, cancel);
        _ = await ExportWxr.RunAsync(database, visit.Paper, pictures, output, cancel);
    }
}
