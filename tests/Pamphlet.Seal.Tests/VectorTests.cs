using System.Text;
using System.Text.Json;

namespace Pamphlet.Seal.Tests;

/// <summary>Three editions that Go's note and tlog, signify, minisign, OpenSSL and sha256sum verify: ours are theirs, byte for byte.</summary>
public sealed class VectorTests
{
    private const string Comment = "paper.example edition log";

    [Fact]
    public void Every_note_record_proof_and_key_of_the_vectors_comes_out_byte_for_byte()
    {
        var ran = 0;
        var leaves = new List<ContentHash>();
        using var log = PrintedEdition.Key(PrintedEdition.Origin, KeyKind.Note, "edition log key");
        SigningKey[] witnesses =
        [
            PrintedEdition.Key("sister1.example/witness", KeyKind.Cosignature, "witness 1"),
            PrintedEdition.Key("sister2.example/witness", KeyKind.Cosignature, "witness 2"),
        ];
        using var vector = Vector();

        Assert.Equal(vector.RootElement.GetProperty("log_vkey").GetString(), log.Verifier.ToString());
        Assert.Equal(Texts(vector.RootElement, "witness_vkeys"), witnesses.Select(key => key.Verifier.ToString()));
        foreach (var edition in vector.RootElement.GetProperty("editions").EnumerateArray())
        {
            var number = edition.GetProperty("number").GetInt32();
            var record = Bytes(number, "record");
            Assert.True(EditionRecord.TryParse(record, out var parsed));
            Assert.Equal(record, parsed.ToBytes());
            Assert.True(EditionManifest.TryParse(Bytes(number, EditionManifest.FileName), out var manifest, out _));
            Assert.Equal(parsed.PageRoot, manifest.PageRoot());
            leaves.Add(parsed.LeafHash);

            var text = new Checkpoint(PrintedEdition.Origin, leaves.Count, TreeHash.Root(leaves)).ToString();
            var time = DateTimeOffset.FromUnixTimeSeconds(1_763_812_860 + (number * 86_400));
            var note = SignedNote.Of(text, [log.Sign(text), .. witnesses.Select(key => key.Cosign(text, time))]);
            Assert.Equal(Bytes(number, "checkpoint"), note.ToBytes());
            var proof = TreeProof.Inclusion(number, leaves.Count, At);
            Assert.Equal(Texts(edition, "inclusion"), proof.Select(Base64));
            Assert.Equal(Bytes(number, "record.tlog-proof"), new LogProof(number, proof, note).ToBytes());
            Assert.Equal(
                Texts(edition, "consistency_from_previous"),
                TreeProof.Consistency(number, leaves.Count, At).Select(Base64)
            );
            CheckPages(edition, manifest);
            ran++;
        }

        Assert.True(ran >= 3, $"Only {ran} of the 3 editions ran.");

        ContentHash At(int level, long index) => TreeHash.Root(leaves.Skip((int)(index << level)).Take(1 << level));
    }

    [Fact]
    public void The_wrappings_for_signify_minisign_and_OpenSSL_come_out_byte_for_byte()
    {
        using var log = PrintedEdition.Key(PrintedEdition.Origin, KeyKind.Note, "edition log key");
        var body = Bytes(2, "checkpoint.body");
        var signature = log.SignBytes(body);
        var key = log.Verifier;

        Assert.Equal(Bytes(2, "checkpoint.body.rawsig"), signature);
        Assert.Equal(Bytes(2, "checkpoint.body.sig"), StrangersTools.Signify(key, signature, Comment));
        Assert.Equal(
            Bytes(2, "checkpoint.body.minisig"),
            StrangersTools.Minisign(log, signature, Comment, "edition 2 of paper.example")
        );
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Folder(), "publication.pub")),
            StrangersTools.PublicKeyFile(key, Comment)
        );
        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder(), "publication.der")), StrangersTools.PublicKeyDer(key));
    }

    [Fact]
    public void The_vectors_editions_are_verified_with_both_witnesses()
    {
        using var vector = Vector();
        Assert.True(VerifierKey.TryParse(vector.RootElement.GetProperty("log_vkey").GetString(), out var log));
        var witnesses = Texts(vector.RootElement, "witness_vkeys")
            .Select(text => VerifierKey.TryParse(text, out var key) ? key : throw new InvalidOperationException(text))
            .ToArray();
        var policy =
            $"log {log}\nwitness a {witnesses[0]}\nwitness b {witnesses[1]}\ngroup both all a b\nquorum both\n";
        Assert.True(WitnessPolicy.TryParse(policy, out var both));

        for (var number = 0; number < 3; number++)
        {
            var edition = new SignedEdition(
                Bytes(number, EditionManifest.FileName),
                Bytes(number, "record"),
                Bytes(number, "record.tlog-proof"),
                []
            );

            Assert.True(edition.TryVerify(new EditionTrust { Policy = both }, out var verified, out _));
            Assert.Equal(3, verified.Signers.Count);
            Assert.Equal(2, verified.Signers.Count(signer => signer.Time is not null));
        }
    }

    private static void CheckPages(JsonElement edition, EditionManifest manifest)
    {
        var tree = PageTree.Of([.. manifest.Lines.Select(line => line.LeafHash())], null);
        var pages = edition.GetProperty("pages").EnumerateArray().ToList();
        Assert.Equal(manifest.Lines.Count, pages.Count);
        foreach (var page in pages)
        {
            var index = page.GetProperty("index").GetInt32();
            var line = manifest.Lines[index];
            Assert.Equal(page.GetProperty("line").GetString(), $"{line.Hash}  {line.Path}\n");
            Assert.Equal(Texts(page, "proof"), tree.Inclusion(index).Select(Base64));
        }
    }

    private static string Folder() => TestVectors.Folder("edition");

    private static JsonDocument Vector() => JsonDocument.Parse(Bytes("vector.json"));

    private static byte[] Bytes(int number, string file) => Bytes(Path.Combine($"e{number}", file));

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder(), file));

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    private static string Base64(ContentHash hash)
    {
        var bytes = new byte[ContentHash.Size];
        hash.CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }
}
