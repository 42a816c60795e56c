using System.Text;

namespace Pamphlet.Seal.Tests;

public sealed class NoteTests
{
    // The example of the C2SP specification.
    private const string Peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string Example = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """;

    [Fact]
    public void The_note_of_the_specification_is_signed_by_its_key()
    {
        Assert.True(VerifierKey.TryParse(Peter, out var key));
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(Example), out var note));

        Assert.Equal(key, note.SignedBy([key])!.Single().Key);
        Assert.Equal(Example, note.ToString());
        Assert.Equal(Peter, key.ToString());
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— a AAAAAAA=")]
    [InlineData("text\n\n- a AAAAAAA=\n")]
    [InlineData("text\n\n— a b AAAAAAA=\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAA\n")]
    [InlineData("text\n\n— a AAAAAAA \n")]
    [InlineData("te\rxt\n\n— a AAAAAAA=\n")]
    [InlineData("te\txt\n\n— a AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA=\nmore\n")]
    public void What_is_no_note_is_refused(string text) =>
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("")]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX")]
    [InlineData("PeterNeumann+c74f20a3+ AR pc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3")]
    public void What_is_no_key_is_refused(string text) => Assert.False(VerifierKey.TryParse(text, out _));

    [Fact]
    public void Lines_of_unknown_keys_are_passed_over_and_a_false_line_of_a_known_one_is_not()
    {
        using var known = PrintedEdition.Key("a", KeyKind.Note, "a");
        using var unknown = PrintedEdition.Key("b", KeyKind.Note, "b");
        var note = SignedNote.Of("text\n", known.Sign("text\n"), unknown.Sign("other\n"));

        Assert.Equal(known.Verifier, note.SignedBy([known.Verifier])!.Single().Key);
        Assert.Null(note.SignedBy([known.Verifier, unknown.Verifier]));
    }

    [Fact]
    public void A_secret_key_survives_being_written_down()
    {
        using var key = SigningKey.Make("paper.example/editions", KeyKind.Note);

        Assert.True(SigningKey.TryParse(key.ToSecretText(), out var read));

        Assert.Equal(key.Verifier, read.Verifier);
        Assert.False(SigningKey.TryParse(key.ToSecretText()[..^2], out _));
        read.Dispose();
    }

    [Fact]
    public void A_request_to_a_witness_and_its_answer_come_back_as_they_were_sent()
    {
        using var log = PrintedEdition.Key("log", KeyKind.Note, "log");
        using var witness = PrintedEdition.Key("w", KeyKind.Cosignature, "w");
        var text = new Checkpoint("log", 9, TreeHash.Empty).ToString();
        var request = new WitnessRequest(3, [TreeHash.Empty, TreeHash.Leaf([1])], SignedNote.Of(text, log.Sign(text)));
        var line = witness.Cosign(text, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

        Assert.True(WitnessRequest.TryParse(request.ToBytes(), out var read));
        Assert.Equal(request.ToBytes(), read.ToBytes());
        Assert.True(WitnessRequest.TryParseAnswer(Encoding.UTF8.GetBytes(line.ToString()), out var lines));
        Assert.Equal(line, lines.Single());
        Assert.False(WitnessRequest.TryParse("old -1\n\ntext\n\n— a AAAAAAA=\n"u8, out _));
        Assert.False(WitnessRequest.TryParse("old 01\n\ntext\n\n— a AAAAAAA=\n"u8, out _));
    }

    [Theory]
    [InlineData("tile/0/000", 0, 0L, 256)]
    [InlineData("tile/0/000.p/7", 0, 0L, 7)]
    [InlineData("tile/1/x001/x234/067", 1, 1_234_067L, 256)]
    [InlineData("tile/entries/x001/000.p/255", null, 1000L, 255)]
    public void A_tile_has_one_address(string path, int? level, long index, int width)
    {
        Assert.True(LogTile.TryParse(path, out var tile));

        Assert.Equal(new LogTile(level, index, width), tile);
        Assert.Equal(path, tile.Path);
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/xx00")]
    public void Another_spelling_of_a_tile_is_none(string path) => Assert.False(LogTile.TryParse(path, out _));

    [Fact]
    public void A_policy_counts_witnesses_in_groups()
    {
        var keys = new[] { "a", "b", "c" }
            .Select(name => PrintedEdition.Key(name, KeyKind.Cosignature, name).Verifier)
            .ToArray();
        var text =
            $"# who\n\nwitness a {keys[0]}\nwitness b {keys[1]}\nwitness c {keys[2]}\ngroup two 2 a b c\nquorum two\n";

        Assert.True(WitnessPolicy.TryParse(text, out var policy));
        Assert.False(policy.IsMetBy([keys[0]]));
        Assert.True(policy.IsMetBy([keys[0], keys[2]]));
        Assert.False(WitnessPolicy.TryParse(text.Replace("quorum two\n", "", StringComparison.Ordinal), out _));
        Assert.False(WitnessPolicy.TryParse($"witness a {keys[0]}\nwitness b {keys[0]}\nquorum a\n", out _));
        Assert.False(WitnessPolicy.TryParse("group g any h\nquorum g\n", out _));
    }
}
