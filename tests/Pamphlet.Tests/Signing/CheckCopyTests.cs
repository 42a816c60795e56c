using System.IO.Compression;
using Pamphlet.Seal;
using Pamphlet.Signing.Checking;

namespace Pamphlet.Tests.Signing;

public sealed class CheckCopyTests : IDisposable
{
    private readonly SigningPaper test = new();
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("pamphlet-check-").FullName, "copy");

    public CheckCopyTests()
    {
        test.Publish(isWhole: true, ("data/index.html", "front"), ("data/a.html", "a"));
        test.Publish(isWhole: false, ("data/a.html", "changed"), ("data/b.html", "new"));
        test.Export(folder);
    }

    [Fact]
    public async Task A_copy_on_a_stick_or_in_a_zip_holds()
    {
        var zip = await ZipAsync(folder);

        using var zipped = new ZipCopy(zip);
        Assert.True((await CheckAsync(zipped)).Holds);
        using var plain = new FolderCopy(folder);
        Assert.True((await CheckAsync(plain)).Holds);
        Assert.True((await CheckCopy.RunAsync(plain, trust: null, TestContext.Current.CancellationToken)).Holds);
    }

    [Fact]
    public async Task Every_byte_of_every_file_of_a_copy_counts()
    {
        using var copy = new FolderCopy(folder);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        string[] besides =
        [
            "record.sig",
            "record.minisig",
            "record.rawsig",
            "checkpoint",
            "publication.pub",
            "log-leaves.txt",
        ];
        var flips = 0;
        foreach (var file in files.Where(file => !besides.Contains(Path.GetFileName(file))))
        {
            var right = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            for (var at = 0; at < right.Length; at++)
            {
                var wrong = right.ToArray();
                wrong[at] ^= 1;
                await File.WriteAllBytesAsync(file, wrong, TestContext.Current.CancellationToken);

                var holds = (await CheckAsync(copy)).Holds;

                Assert.True(!holds || file.EndsWith("publication.der", StringComparison.Ordinal), $"{file}, byte {at}");
                flips++;
            }

            await File.WriteAllBytesAsync(file, right, TestContext.Current.CancellationToken);
        }

        Assert.True(flips > 500, $"Only {flips} bytes were flipped.");
        Assert.True((await CheckAsync(copy)).Holds);
    }

    [Fact]
    public async Task What_is_changed_missing_or_foreign_is_named()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "data/a.html"),
            "other",
            TestContext.Current.CancellationToken
        );
        File.Delete(Path.Combine(folder, "data/b.html"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "data/evil.html"),
            "x",
            TestContext.Current.CancellationToken
        );
        File.Delete(Path.Combine(folder, "data/index.html"));
        File.CreateSymbolicLink(Path.Combine(folder, "data/index.html"), "/etc/hostname");

        using var copy = new FolderCopy(folder);
        var report = await CheckAsync(copy);

        Assert.False(report.Holds);
        Assert.Equal(["data/a.html"], report.Changed);
        Assert.Equal(["data/b.html", "data/index.html"], report.Missing);
        Assert.Equal(["data/evil.html"], report.Foreign);
    }

    [Theory]
    [InlineData("data/a.html")]
    [InlineData("data/index.html")]
    public async Task A_changed_file_in_a_zip_is_named(string changed)
    {
        var zip = await ZipAsync(folder);
        await using (
            var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update, TestContext.Current.CancellationToken)
        )
        {
            archive.GetEntry($"copy/{changed}")!.Delete();
            await WriteAsync(archive, $"copy/{changed}", "other");
        }

        using var copy = new ZipCopy(zip);
        var report = await CheckAsync(copy);

        Assert.False(report.Holds);
        Assert.Equal([changed], report.Changed);
    }

    [Fact]
    public async Task A_zip_with_a_second_file_of_one_name_is_refused_and_bait_beside_it_is_named()
    {
        var zip = await ZipAsync(folder);
        await using (
            var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update, TestContext.Current.CancellationToken)
        )
        {
            await WriteAsync(archive, "copy/data/a.html", "what unpacking leaves");
            await WriteAsync(archive, "copy/open-me.html", "bait");
            await WriteAsync(archive, "open-me.html", "bait");
        }

        using var copy = new ZipCopy(zip);
        var report = await CheckAsync(copy);

        Assert.False(report.Holds);
        Assert.Equal(["data/a.html"], report.Twice);
        Assert.Equal(["../open-me.html", "open-me.html"], report.Beside);
    }

    [Fact]
    public async Task A_zip_with_any_byte_flipped_holds_only_if_its_files_are_what_was_signed()
    {
        var zip = await ZipAsync(folder);
        var right = await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken);
        var refused = 0;
        for (var at = 0; at < right.Length; at += 7)
        {
            var wrong = right.ToArray();
            wrong[at] ^= 0x10;
            await File.WriteAllBytesAsync(zip, wrong, TestContext.Current.CancellationToken);
            if (!await HoldsAsync(zip))
            {
                refused++;
            }
        }

        Assert.True(refused > right.Length / 7 / 3, $"{refused} of {right.Length / 7}");
    }

    [Fact]
    public async Task Another_key_than_the_one_that_is_believed_is_told()
    {
        using var other = SigningKey.Make("paper.example/editions", KeyKind.Note);
        using var copy = new FolderCopy(folder);

        var report = await CheckCopy.RunAsync(
            copy,
            new EditionTrust { Logs = [other.Verifier] },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(EditionRefusal.UnknownKey, report.Refusal);
        Assert.Equal(test.Paper.Keys!.Log.Verifier, report.Key);
    }

    // What holds was read back from the ZIP byte for byte; dates and rights in it are nobody's concern.
    private async Task<bool> HoldsAsync(string zip)
    {
        try
        {
            using var copy = new ZipCopy(zip);
            return (await CheckAsync(copy)).Holds;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<string> ZipAsync(string folder)
    {
        var zip = $"{folder}.zip";
        await ZipFile.CreateFromDirectoryAsync(
            folder,
            zip,
            CompressionLevel.Fastest,
            includeBaseDirectory: true,
            TestContext.Current.CancellationToken
        );
        return zip;
    }

    private static async Task WriteAsync(ZipArchive archive, string name, string text)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
        await entry.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        test.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    private Task<CopyReport> CheckAsync(IEditionCopy copy) =>
        CheckCopy.RunAsync(copy, test.Trust, TestContext.Current.CancellationToken);
}
