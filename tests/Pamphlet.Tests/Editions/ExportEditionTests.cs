using System.Diagnostics;
using AngleSharp.Html.Parser;
using Pamphlet.Editions;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions.Building;

namespace Pamphlet.Tests.Editions;

public sealed class ExportEditionTests : IDisposable
{
    private readonly TestShelf test = new();
    private readonly string folder = Path.Combine(
        Directory.CreateTempSubdirectory("pamphlet-export-").FullName,
        "paper"
    );

    [Fact]
    public void Sha256sum_itself_finds_every_file_as_the_manifest_says()
    {
        test.Whole(("data/index.html", "front"), ("data/2019/05/đấu tranh.html", "hai"), ("edition/types.txt", "t"));

        var result = Export();

        Assert.Equal(ExportEdition.Refusal.None, result.Refusal);
        Assert.Equal(3, result.Files);
        Assert.Equal(0, Sha256Sum());
        File.WriteAllText(Path.Combine(folder, "data/index.html"), "frond");
        Assert.NotEqual(0, Sha256Sum());
    }

    [Fact]
    public void Nothing_that_lies_there_already_becomes_part_of_the_paper()
    {
        test.Whole(("data/index.html", "front"));
        Directory.CreateDirectory(folder);
        Assert.Equal(ExportEdition.Refusal.None, Export().Refusal);

        Assert.Equal(ExportEdition.Refusal.NotEmpty, Export().Refusal);

        Assert.Equal("front", File.ReadAllText(Path.Combine(folder, "data/index.html")));
    }

    [Fact]
    public void A_file_that_is_not_what_its_hash_says_is_not_exported()
    {
        test.Whole(("data/index.html", "front"));
        var pack = Directory.EnumerateFiles(test.Folder, "*.pack").Single();
        var bytes = File.ReadAllBytes(pack);
        bytes[^1] ^= 1;
        File.WriteAllBytes(pack, bytes);

        Assert.Equal(ExportEdition.Refusal.Damaged, Export().Refusal);
        Assert.False(Directory.Exists(folder));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!, "*").Append(""));
    }

    [Fact]
    public void Paths_that_a_stick_could_not_hold_beside_each_other_are_refused()
    {
        test.Whole(("data/a.html", "a"), ("data/A.html", "b"));

        Assert.Equal(ExportEdition.Refusal.Clash, Export().Refusal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Every_link_leads_to_a_file_also_without_a_server()
    {
        await using var database = await TestDatabase.CreateAsync();
        var editor = new RandomEditor(database, 7);
        await editor.FoundAsync();
        for (var i = 0; i < 30; i++)
        {
            await editor.WorkAsync();
        }

        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(TestContext.Current.CancellationToken);
        Export();

        var (checkedLinks, broken) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories))
        {
            // Shown at any depth: it names the root, for it cannot know the way.
            if (Path.GetFileName(file) == "404.html")
            {
                continue;
            }

            foreach (var link in Links(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)))
            {
                checkedLinks++;
                var target = new Uri(new Uri(file), link);
                if (!File.Exists(target.LocalPath) && !IsMissingOnPurpose(target))
                {
                    broken.Add($"{Path.GetRelativePath(folder, file)} → {link}");
                }
            }
        }

        Assert.Empty(broken.Take(10));
        Assert.True(checkedLinks > 500, $"Only {checkedLinks} links were checked.");
    }

    public void Dispose()
    {
        test.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    // Texts of the random editor link to texts that it may not have written.
    private static bool IsMissingOnPurpose(Uri target) =>
        Uri.UnescapeDataString(target.AbsolutePath).Contains("/2026/01/bài-", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var plain = page.QuerySelectorAll("[href], [src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src"));
        var sets = page.QuerySelectorAll("[srcset]")
            .SelectMany(element => element.GetAttribute("srcset")!.Split(','))
            .Select(candidate => candidate.Trim().Split(' ')[0]);
        return plain
            .Concat(sets)
            .OfType<string>()
            // A browser reads the file before the question, on a stick too.
            .Select(link => link.Split('#', '?')[0])
            .Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal));
    }

    private ExportEdition.Result Export() =>
        ExportEdition.Run(test.Shelf.Current!, folder, TestContext.Current.CancellationToken);

    private int Sha256Sum()
    {
        using var sum = Process.Start(
            new ProcessStartInfo("sha256sum", ["-c", "--strict", "--quiet", "manifest-sha256.txt"])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        sum.StandardOutput.ReadToEnd();
        sum.WaitForExit();
        return sum.ExitCode;
    }
}
