namespace Pamphlet.Seal.Tests;

public sealed class KeySetTests
{
    private static readonly SigningKey[] Editors =
    [
        .. Enumerable
            .Range(1, 5)
            .Select(i => PrintedEdition.Key($"paper.example/editor{i}", KeyKind.Note, $"editor {i}")),
    ];

    private readonly PrintedEdition paper = new();

    [Fact]
    public void Enough_old_and_enough_new_editors_make_the_next_set_and_fewer_do_not()
    {
        var first = Signed(Set(1, 2, 0, 1, 2), 0, 1);
        var good = Signed(Set(2, 2, 2, 3, 4), 0, 2, 3);
        var oldMissing = Signed(Set(2, 2, 2, 3, 4), 2, 3);
        var newMissing = Signed(Set(2, 2, 2, 3, 4), 0, 1, 2);
        var skipped = Signed(Set(3, 2, 2, 3, 4), 0, 1, 2, 3);

        Assert.True(first.IsComplete);
        Assert.False(Signed(Set(1, 2, 0, 1, 2), 0).IsComplete);
        Assert.True(good.Follows(first));
        Assert.False(oldMissing.Follows(first));
        Assert.False(newMissing.Follows(first));
        Assert.False(skipped.Follows(first));
        Assert.Equal(good.Hash, SignedKeySet.Newest([good, first], first.Hash)!.Hash);
        Assert.Null(SignedKeySet.Newest([first, oldMissing], first.Hash));
        Assert.Null(SignedKeySet.Newest([good], first.Hash));
    }

    [Fact]
    public void A_reader_who_knows_the_first_set_believes_the_log_key_of_the_newest()
    {
        var first = Signed(Set(1, 2, 0, 1, 2), 0, 1);
        var second = Signed(Set(2, 2, 2, 3, 4), 0, 2, 3);
        ReadOnlyMemory<byte>[] both = [first.Note.ToBytes(), second.Note.ToBytes()];
        var edition = paper.Add(both, second.Hash, PrintedEdition.Pages(2));
        var trust = new EditionTrust { KeySet = first.Hash };

        Assert.True(edition.TryVerify(trust, out var verified, out _));
        Assert.Equal(2, verified.Keys!.Set.Version);
        Assert.False((edition with { KeySets = [both[1]] }).TryVerify(trust, out _, out var refusal));
        Assert.Equal(EditionRefusal.KeySet, refusal);
        Assert.False((edition with { KeySets = [both[0]] }).TryVerify(trust, out _, out _));
    }

    [Fact]
    public void Every_flipped_bit_of_a_key_set_is_noticed()
    {
        var first = Signed(Set(1, 1, 0, 1), 0);
        var bytes = first.Note.ToBytes();
        var edition = paper.Add([bytes], first.Hash, PrintedEdition.Pages(2));
        var trust = new EditionTrust { KeySet = first.Hash };
        Assert.True(edition.TryVerify(trust, out _, out _));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False((edition with { KeySets = [flipped] }).TryVerify(trust, out _, out _), $"Bit {bit}");
        }
    }

    [Fact]
    public void One_editor_does_not_count_twice_under_two_names()
    {
        using var twin = PrintedEdition.Key("paper.example/twin", KeyKind.Note, "editor 1");
        var set = new KeySet("paper.example/keys", 1, 2, [Editors[0].Verifier, twin.Verifier], [paper.LogKey.Verifier]);

        Assert.False(KeySet.TryParse(set.ToString(), out _));
    }

    private KeySet Set(long version, int threshold, params int[] editors) =>
        new(
            "paper.example/keys",
            version,
            threshold,
            [.. editors.Select(i => Editors[i].Verifier)],
            [paper.LogKey.Verifier]
        );

    private static SignedKeySet Signed(KeySet set, params int[] signers)
    {
        var text = set.ToString();
        var note = SignedNote.Of(text, [.. signers.Select(i => Editors[i].Sign(text))]);
        Assert.True(SignedKeySet.TryParse(note.ToBytes(), out var signed));
        return signed;
    }
}
