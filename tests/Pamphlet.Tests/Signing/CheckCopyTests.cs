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
        var zip = $"{folder}.zip";
        await ZipFile.CreateFromDirectoryAsync(
            folder,
            zip,
            CompressionLevel.Fastest,
            includeBaseDirectory: true,
            TestContext.Current.CancellationToken
        );

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

    public void Dispose()
    {
        test.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    private Task<CopyReport> CheckAsync(IEditionCopy copy) =>
        CheckCopy.RunAsync(copy, test.Trust, TestContext.Current.CancellationToken);
}
