using System.IO.Compression;
using System.Text;
using Pamphlet.Editions;

namespace Pamphlet.Copies.Books;

/// <summary>A book as e-readers and phones keep it: EPUB 3, with a table of contents for older ones.</summary>
internal static class EpubFile
{
    // Nobody learns from a copy when it was made.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(BookPlan book)
    {
        var pictures = new SortedSet<string>(StringComparer.Ordinal);
        var texts = book.Texts.Select((text, place) => EpubText.Write(book, text, place, pictures)).ToList();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First and not compressed: by these bytes the kind of file is known.
            Add(zip, "mimetype", "application/epub+zip"u8, CompressionLevel.NoCompression);
            Add(zip, "META-INF/container.xml", Encoding.UTF8.GetBytes(EpubPackage.Container));
            Add(zip, "book/package.opf", Encoding.UTF8.GetBytes(EpubPackage.Write(book, pictures)));
            Add(zip, "book/contents.xhtml", Encoding.UTF8.GetBytes(EpubContents.Write(book)));
            Add(zip, "book/contents.ncx", Encoding.UTF8.GetBytes(EpubContents.WriteNcx(book)));
            Add(zip, "book/style.css", Encoding.UTF8.GetBytes(EpubText.Style));
            foreach (var (place, text) in texts.Index())
            {
                Add(zip, $"book/{BookPlan.FileOf(place)}", Encoding.UTF8.GetBytes(text));
            }

            foreach (var picture in pictures)
            {
                Add(zip, $"book/{picture}", book.Paper.Read(picture)!, CompressionLevel.NoCompression);
            }
        }

        return file.ToArray();
    }

    /// <summary>What every EPUB reader can show.</summary>
    public static bool CanShow(string picture) => MediaType.Of(picture) is "image/jpeg" or "image/png" or "image/gif";

    private static void Add(
        ZipArchive zip,
        string name,
        ReadOnlySpan<byte> content,
        CompressionLevel level = CompressionLevel.SmallestSize
    )
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        using var written = entry.Open();
        written.Write(content);
    }
}
