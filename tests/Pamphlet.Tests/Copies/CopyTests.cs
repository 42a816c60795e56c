using System.IO.Compression;
using System.Text;
using Pamphlet.Copies;
using Pamphlet.Copies.Books;
using Pamphlet.Copies.Print;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Tests.Reading;
using Pamphlet.Tests.Stories;

namespace Pamphlet.Tests.Copies;

/// <summary>Copies of the sample paper, read back with the programs that strangers use.</summary>
public sealed class CopyTests(CopiedPaper copied) : IClassFixture<CopiedPaper>, IDisposable
{
    private const string Jar = "/usr/share/java/epubcheck.jar";

    // A program of seconds need not be compiled as well as one of hours.
    private static readonly string[] ShortLived = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

    private static readonly Dictionary<string, byte[]> NothingBeside = [];

    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-copies-").FullName;
    private readonly Edition edition = copied.Edition;
    private readonly PaperCopy paper = copied.Paper;

    [Fact]
    public void A_text_in_one_file_asks_nobody_and_leads_home()
    {
        var text = paper.Text(SamplePaper.Essay.Path.Value)!;

        var html = Encoding.UTF8.GetString(SingleFile.Write(paper, text));

        Assert.Contains("data:image/", html, StringComparison.Ordinal);
        Assert.Contains("Trăm năm trong cõi người ta", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!data:|#|https://|http://)", html);
        Assert.DoesNotMatch("<(link rel=\"stylesheet|img src=\"http|script|form)", html);
    }

    [Fact]
    public void Copies_of_one_edition_are_the_same_bytes()
    {
        var texts = paper.Texts().ToList();

        Assert.Equal(
            EpubFile.Write(BookPlan.OfMany(paper, paper.Name, texts)),
            EpubFile.Write(BookPlan.OfMany(paper, paper.Name, [.. paper.Texts()]))
        );
        Assert.Equal(Zip(), Zip());
    }

    [Fact]
    public async Task Every_book_passes_the_checker()
    {
        Assert.SkipUnless(File.Exists(Jar), "epubcheck is absent: run ./test, which installs it where it may.");
        var texts = paper.Texts().ToList();
        var series = paper.Series(SamplePaper.Essay.Series!.Slug, out var title);
        (string Name, BookPlan Book)[] books =
        [
            ("all", BookPlan.OfMany(paper, paper.Name, texts)),
            ("series", BookPlan.OfMany(paper, title, series)),
            ("right-to-left", BookPlan.OfText(paper, texts.First(text => text.Language.IsRightToLeft))),
        ];

        foreach (var (name, book) in books)
        {
            var file = Path.Combine(folder, $"{name}.epub");
            await File.WriteAllBytesAsync(file, EpubFile.Write(book), TestContext.Current.CancellationToken);
            string[] java = [.. ShortLived, "-jar", Jar, "--failonwarnings", file];
            var (exit, output, errors) = await Tool.RunAsync("java", java);
            Assert.True(exit == 0, $"{name}: {output}\n{errors}");
        }

        Assert.True(texts.Count > 20 && series.Count > 1);
    }

    [Fact]
    public async Task The_zip_opens_from_the_disk_and_verifies()
    {
        var zip = Path.Combine(folder, "paper.zip");
        await File.WriteAllBytesAsync(zip, Zip(), TestContext.Current.CancellationToken);
        await ZipFile.ExtractToDirectoryAsync(zip, folder, TestContext.Current.CancellationToken);
        var place = Path.Combine(folder, "edition-1");

        var (exit, _, errors) = await Tool.RunAsync(
            "sh",
            "-c",
            $"cd '{place}' && sha256sum --strict --quiet -c manifest-sha256.txt"
        );

        Assert.True(exit == 0, errors);
        Assert.True(File.Exists(Path.Combine(place, "data", "index.html")));
    }

    [Fact]
    public async Task A_zim_of_the_paper_passes_its_checker()
    {
        var file = Path.Combine(folder, "paper.zim");
        var missing = await ZimFile.WriteAsync(paper, edition, file, TestContext.Current.CancellationToken);
        Assert.SkipWhen(missing is not null, missing ?? "");

        var (exit, output, _) = await Tool.RunAsync("zimcheck", file);

        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task A_booklet_has_whole_sheets_and_its_words_copy_out()
    {
        var book = BookPlan.OfText(paper, paper.Text(SamplePaper.Essay.Path.Value)!);
        var (flat, folded) = (Path.Combine(folder, "flat.pdf"), Path.Combine(folder, "folded.pdf"));
        var missing =
            await PrintFile.WriteAsync(book, isFolded: false, flat, TestContext.Current.CancellationToken)
            ?? await PrintFile.WriteAsync(book, isFolded: true, folded, TestContext.Current.CancellationToken);
        Assert.SkipWhen(missing is not null, missing ?? "");

        var (_, words, _) = await Tool.RunAsync("pdftotext", "-enc", "UTF-8", flat, "-");
        var (_, about, _) = await Tool.RunAsync("pdfinfo", folded);

        Assert.True(words.IsNormalized());
        Assert.Contains("Trăm năm trong cõi người ta", words, StringComparison.Ordinal);
        Assert.Matches(@"Pages:\s+\d*[02468]\n", about);
        Assert.Matches(@"Page size:\s+839\.\d+ x 595", about);
    }

    [Fact]
    public async Task A_text_from_right_to_left_is_set_so_and_its_booklet_is_bound_on_the_other_side()
    {
        var text = paper.Texts().First(text => text.Language.IsRightToLeft);
        var (flat, folded) = (Path.Combine(folder, "rtl.pdf"), Path.Combine(folder, "rtl-folded.pdf"));
        var book = BookPlan.OfText(paper, text);
        var missing =
            await PrintFile.WriteAsync(book, isFolded: false, flat, TestContext.Current.CancellationToken)
            ?? await PrintFile.WriteAsync(book, isFolded: true, folded, TestContext.Current.CancellationToken);
        Assert.SkipWhen(missing is not null, missing ?? "");

        var (_, words, _) = await Tool.RunAsync("pdftotext", "-enc", "UTF-8", flat, "-");
        var (_, box, _) = await Tool.RunAsync("pdftotext", "-bbox", "-f", "1", "-l", "1", flat, "-");
        var (_, about, _) = await Tool.RunAsync("pdfinfo", folded);

        // The first word of its title stands on the right half of an A5 page, which is 420 points wide.
        var first = text.Title.Split(' ')[0];
        Assert.Contains(first, words, StringComparison.Ordinal);
        var right = System
            .Text.RegularExpressions.Regex.Matches(box, "xMax=\"(?<x>[0-9.]+)\"[^>]*>(?<word>[^<]+)<")
            .First(word => word.Groups["word"].Value.Contains(first, StringComparison.Ordinal))
            .Groups["x"]
            .Value;
        Assert.True(double.Parse(right, System.Globalization.CultureInfo.InvariantCulture) > 300, right);
        Assert.Matches(@"Pages:\s+\d*[02468]\n", about);
    }

    [Fact]
    public void A_torrent_says_what_both_versions_ask()
    {
        var content = new byte[600_000];
        content[0] = 1;

        var (torrent, magnet) = TorrentFile.Write("paper.zip", content, "https://paper.example/paper.zip");

        var text = Encoding.Latin1.GetString(torrent);
        Assert.StartsWith("d4:infod9:file tree", text, StringComparison.Ordinal);
        Assert.Contains("12:meta versioni2e", text, StringComparison.Ordinal);
        Assert.Contains("6:pieces60:", text, StringComparison.Ordinal);
        Assert.Contains("12:piece layersd32:", text, StringComparison.Ordinal);
        Assert.Matches("^magnet:\\?xt=urn:btih:[0-9a-f]{40}&xt=urn:btmh:1220[0-9a-f]{64}&dn=paper.zip$", magnet);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private byte[] Zip()
    {
        using var zip = new MemoryStream();
        Assert.True(EditionZip.Write(edition, "edition-1", NothingBeside, zip, TestContext.Current.CancellationToken));
        return zip.ToArray();
    }
}
