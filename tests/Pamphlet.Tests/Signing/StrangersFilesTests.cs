using System.Diagnostics;
using System.IO.Compression;
using Pamphlet.Copies;
using Pamphlet.Reading;
using Pamphlet.Signing;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Signing;

/// <summary>A fresh edition is checked by other people's programs, with the very commands that we print.</summary>
public sealed class StrangersFilesTests : IDisposable
{
    private readonly SigningPaper test = new();
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("pamphlet-copy-").FullName, "copy");

    [Theory]
    [InlineData("sha256sum", "sha256sum -c --quiet manifest-sha256.txt", "data/index.html")]
    [InlineData("grep", "grep $(sha256sum manifest-sha256.txt | cut -c1-64) record", "manifest-sha256.txt")]
    [InlineData("signify-openbsd", "signify-openbsd -V -p publication.pub -x record.sig -m record", "record")]
    [InlineData("minisign", "minisign -Vm record -x record.minisig -p publication.pub", "record")]
    [InlineData(
        "openssl",
        "openssl pkeyutl -verify -pubin -keyform DER -inkey publication.der -rawin -in record -sigfile record.rawsig",
        "record"
    )]
    public void Other_peoples_programs_find_a_fresh_edition_good_and_notice_a_changed_letter(
        string program,
        string command,
        string file
    )
    {
        Assert.SkipUnless(Run($"command -v {program}") == 0, $"{program} is not installed.");
        test.Publish(isWhole: true, ("data/index.html", "front"), ("data/đấu-tranh.html", "hai"));
        test.Publish(isWhole: false, ("data/index.html", "front again"));
        Unpack();

        Assert.Equal(0, Run(command));
        var bytes = File.ReadAllBytes(Path.Combine(folder, file));
        bytes[^2] ^= 1;
        File.WriteAllBytes(Path.Combine(folder, file), bytes);
        Assert.NotEqual(0, Run(command));
        Assert.Contains(command, Checkout.Read("docs/formats/edition.md"), StringComparison.Ordinal);
        Assert.Contains(command, CheckCommands.All);
    }

    public void Dispose()
    {
        test.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    // The ZIP holds what the export holds, and this way both are tried.
    private void Unpack()
    {
        using var zip = new MemoryStream();
        var beside = StrangersFiles.Of(test.Paper.Log, ReadSeal.Of(test.Paper.Log, test.Shelf.Current!)!);
        Assert.Equal(StrangersFiles.Names.Order(StringComparer.Ordinal), beside.Keys);
        Assert.True(EditionZip.Write(test.Shelf.Current!, "copy", beside, zip, TestContext.Current.CancellationToken));
        ZipFile.ExtractToDirectory(zip, Path.GetDirectoryName(folder)!);
    }

    private int Run(string command)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", command])
            {
                WorkingDirectory = Directory.Exists(folder) ? folder : "/",
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return shell.ExitCode;
    }
}
