using Pamphlet.Editions;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Imports;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>Papers that lived at Blogger: moved in, printed, taken out as files, and read as a stranger would.</summary>
public sealed class ImportedPaperTests
{
    // Advice that is not taken is explained beside the sample paper's.
    private const string Error = ": error: ";

    [Theory]
    [InlineData(Imports.Exports.Heisencoder, "Heisencoder")]
    [InlineData(Imports.Exports.Heisencoder, "Key Management Summit Central")]
    [InlineData("synthetic/takeout-feed.atom", null)]
    [InlineData("synthetic/legacy-archive.xml", null)]
    [InlineData("synthetic/legacy-archive-unbound-prefix.xml", null)]
    [InlineData("blogger-legacy/pelican-bloggerexport-2018.xml", null)]
    [InlineData("blogger-legacy/google-converters-blogger-sample.xml", null)]
    public async Task Every_page_is_valid_and_every_link_leads_somewhere(string export, string? blog)
    {
        using var moved = new MovedIn();
        await moved.RunAsync(export, blog);

        Checkout.Nobody((await Markup.FaultsAsync(moved.Site)).Where(IsError));
        Checkout.Nobody(Links.Faults(moved.Site));
    }

    [Fact]
    public async Task A_paper_of_others_reads_alike_in_both_browsers_and_shuts_nobody_out()
    {
        using var moved = new MovedIn();
        await moved.RunAsync(Imports.Exports.Heisencoder, "Heisencoder");
        await using var paper = await ServedPaper.StartAsync(folder => moved.CopyTo(folder));

        Checkout.Nobody(await Axe.FaultsAsync(paper, Reader.AtADesk));
        Checkout.Nobody(await Axe.FaultsAsync(paper, Reader.OnAPhone with { Dark = true }));
        Checkout.Nobody(await EverywhereTests.DifferencesAsync(paper, Reader.OnAPhone));
    }

    private static bool IsError(string fault) => fault.Contains(Error, StringComparison.Ordinal);

    private sealed class MovedIn : IDisposable
    {
        private readonly TestShelf test = new();
        private readonly string folder = Path.Combine(
            Directory.CreateTempSubdirectory("pamphlet-moved-").FullName,
            "edition"
        );

        public string Site => Path.Combine(folder, "data");

        public async Task RunAsync(string export, string? blog)
        {
            await using var database = await TestDatabase.CreateAsync();
            await database.ImportAsync(Imports.Exports.Of(export), blog);
            using var press = new Press(database.Address, test.Shelf);
            await press.PublishAsync(TestContext.Current.CancellationToken);
            var written = ExportEdition.Run(test.Shelf.Current!, folder, TestContext.Current.CancellationToken);
            Assert.Equal(ExportEdition.Refusal.None, written.Refusal);
        }

        public void CopyTo(string destination)
        {
            foreach (var file in Directory.EnumerateFiles(Site, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(destination, Path.GetRelativePath(Site, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        public void Dispose()
        {
            test.Dispose();
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }
}
