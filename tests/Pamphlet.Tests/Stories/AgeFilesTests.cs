using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;

namespace Pamphlet.Tests.Stories;

/// <summary>Who has our file and not our program opens it, and the other way round.</summary>
public sealed class AgeFilesTests : IDisposable
{
    private const string Passphrase = "trời mưa ở bến đò cũ";

    private static readonly byte[] Text = [.. "Thư gửi tòa soạn\n"u8, .. RandomNumberGenerator.GetBytes(150_000)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-age-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, InlineData(false), InlineData(true)]
    public async Task Debians_age_opens_ours(bool isArmored)
    {
        using var identity = X25519Identity.Create();
        await File.WriteAllTextAsync(In("key"), identity.Reveal(), Stop);
        await File.WriteAllBytesAsync(
            In("file"),
            isArmored ? Armored(Seal(identity.Recipient)) : Seal(identity.Recipient),
            Stop
        );

        var (exit, _, errors) = await Tool.RunAsync("age", "-d", "-i", In("key"), "-o", In("text"), In("file"));

        Assert.True(exit == 0, errors);
        Assert.Equal(Text, await File.ReadAllBytesAsync(In("text"), Stop));
    }

    [Theory, InlineData("-e"), InlineData("-a")]
    public async Task We_open_Debians_age(string form)
    {
        using var identity = X25519Identity.Create();
        await File.WriteAllBytesAsync(In("text"), Text, Stop);

        var (exit, _, errors) = await Tool.RunAsync(
            "age",
            form,
            "-r",
            identity.Recipient.ToString(),
            "-o",
            In("file"),
            In("text")
        );

        Assert.True(exit == 0, errors);
        Assert.Equal(Text, Open(await File.ReadAllBytesAsync(In("file"), Stop), identity));
    }

    // Debian's age asks for a passphrase on a terminal and takes it from nowhere else: script(1) is that terminal.
    [Fact]
    public async Task Debians_age_opens_ours_with_a_passphrase()
    {
        using var passphrase = SecretBytes.From(Encoding.UTF8.GetBytes("plain words of a passphrase"));
        await File.WriteAllBytesAsync(In("file"), Seal(new PassphraseRecipient(passphrase, work: 12)), Stop);

        var (_, output, errors) = await Tool.RunAsync(
            "bash",
            "-c",
            $"(sleep 0.5; echo 'plain words of a passphrase'; sleep 0.5) | script -qec 'age -d -o {In("text")} {In("file")}' /dev/null"
        );

        Assert.True(File.Exists(In("text")), output + errors);
        Assert.Equal(Text, await File.ReadAllBytesAsync(In("text"), Stop));
    }

    [Fact]
    public async Task Typage_opens_ours()
    {
        using var curve = X25519Identity.Create();
        using var hybrid = HybridIdentity.Create();
        using var passphrase = SecretBytes.From(Encoding.UTF8.GetBytes(Passphrase));
        await File.WriteAllBytesAsync(In("curve"), Seal(curve.Recipient), Stop);
        await File.WriteAllBytesAsync(In("hybrid"), Seal(hybrid.Recipient), Stop);
        await File.WriteAllBytesAsync(In("words"), Seal(new PassphraseRecipient(passphrase, work: 10)), Stop);

        foreach (
            var (file, how) in new[] { ("curve", curve.Reveal()), ("hybrid", hybrid.Reveal()), ("words", Passphrase) }
        )
        {
            await NodeAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    const d = new age.Decrypter();
                    {(file == "words" ? $"d.addPassphrase({Quoted(how)})" : $"d.addIdentity({Quoted(how)})")};
                    fs.writeFileSync({Quoted(In("text"))}, await d.decrypt(fs.readFileSync({Quoted(In(file))})));
                    """
                )
            );
            Assert.Equal(Text, await File.ReadAllBytesAsync(In("text"), Stop));
        }
    }

    [Fact]
    public async Task We_open_what_typage_sealed()
    {
        using var curve = X25519Identity.Create();
        using var hybrid = HybridIdentity.Create();
        using var passphrase = SecretBytes.From(Encoding.UTF8.GetBytes(Passphrase));
        using var words = new PassphraseIdentity(passphrase);
        await File.WriteAllBytesAsync(In("text"), Text, Stop);

        foreach (
            var (how, who) in new (string, AgeIdentity)[]
            {
                ($"e.addRecipient({Quoted(curve.Recipient.ToString())})", curve),
                ($"e.addRecipient({Quoted(hybrid.Recipient.ToString())})", hybrid),
                ($"e.setScryptWorkFactor(10); e.setPassphrase({Quoted(Passphrase)})", words),
            }
        )
        {
            await NodeAsync(
                $"""
                const e = new age.Encrypter();
                {how};
                fs.writeFileSync({Quoted(In("file"))}, await e.encrypt(fs.readFileSync({Quoted(In("text"))})));
                """
            );
            Assert.Equal(Text, Open(await File.ReadAllBytesAsync(In("file"), Stop), who));
        }
    }

    private static byte[] Seal(AgeRecipient recipient)
    {
        using var output = new MemoryStream();
        using var writer = AgeWriter.Start(output, recipient);
        writer.Write(Text);
        writer.Finish();
        return output.ToArray();
    }

    private static byte[] Armored(byte[] file)
    {
        using var output = new MemoryStream();
        using var armor = new ArmorWriter(output);
        armor.Write(file);
        armor.Finish();
        return output.ToArray();
    }

    private static byte[] Open(byte[] file, AgeIdentity identity)
    {
        Stream input = new MemoryStream(file);
        using var reader = AgeReader.Open(ArmorReader.Begins(file) ? new ArmorReader(input) : input, identity);
        using var output = new MemoryStream();
        reader.CopyTo(output);
        return output.ToArray();
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static async Task NodeAsync(string program)
    {
        var package = NodePackage.PathOf("age-encryption/dist/index.js");
        var (exit, _, errors) = await Tool.RunAsync(
            "node",
            "--input-type=module",
            "-e",
            $"import fs from 'fs'; import * as age from {Quoted(package)};\n{program}"
        );
        Assert.True(exit == 0, errors);
    }

    private string In(string name) => Path.Combine(folder.FullName, name);
}
