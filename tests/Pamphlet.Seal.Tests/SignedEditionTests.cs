using System.Text;

namespace Pamphlet.Seal.Tests;

public sealed class SignedEditionTests
{
    private readonly PrintedEdition paper = new();

    private EditionTrust Trust => new() { Logs = [paper.LogKey.Verifier] };

    [Fact]
    public void Every_flipped_bit_of_every_part_is_noticed()
    {
        paper.Add(PrintedEdition.Pages(3));
        var edition = paper.Add(PrintedEdition.Pages(5));
        Assert.True(edition.TryVerify(Trust, out _, out _));
        var flips = 0;

        foreach (var part in new[] { edition.Manifest, edition.Record, edition.Proof })
        {
            for (var bit = 0; bit < part.Length * 8; bit++)
            {
                var bytes = part.ToArray();
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                var changed =
                    part.Equals(edition.Manifest) ? edition with { Manifest = bytes }
                    : part.Equals(edition.Record) ? edition with { Record = bytes }
                    : edition with { Proof = bytes };

                Assert.False(
                    changed.TryVerify(Trust, out var verified, out var refusal),
                    $"Bit {bit} was not noticed."
                );
                Assert.Null(verified);
                Assert.NotEqual(EditionRefusal.None, refusal);
                flips++;
            }
        }

        Assert.True(flips > 5_000, $"Only {flips} bits were flipped.");
    }

    [Fact]
    public void Who_signed_with_another_key_is_told_from_who_changed_something()
    {
        var edition = paper.Add(PrintedEdition.Pages(2));
        using var other = PrintedEdition.Key(PrintedEdition.Origin, KeyKind.Note, "another");
        using var sister = PrintedEdition.Key("sister.example/editions", KeyKind.Note, "log");

        Assert.False(edition.TryVerify(new EditionTrust { Logs = [other.Verifier] }, out _, out var unknown));
        Assert.False(edition.TryVerify(new EditionTrust { Logs = [sister.Verifier] }, out _, out var anotherName));
        Assert.False(edition.TryVerify(new EditionTrust(), out _, out var nobody));

        Assert.Equal(EditionRefusal.UnknownKey, unknown);
        Assert.Equal(EditionRefusal.UnknownKey, anotherName);
        Assert.Equal(EditionRefusal.UnknownKey, nobody);
    }

    [Fact]
    public void A_sisters_cosignature_is_read_with_its_time_and_a_false_one_spoils_the_checkpoint()
    {
        var edition = paper.Add(PrintedEdition.Pages(2));
        using var witness = PrintedEdition.Key("sister.example/witness", KeyKind.Cosignature, "sister");
        Assert.True(LogProof.TryParse(edition.Proof.Span, out var proof));
        var time = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);
        var line = witness.Cosign(proof.Checkpoint.Text, time);
        var trust = Trust with { Witnesses = [witness.Verifier] };

        var good = edition with { Proof = (proof with { Checkpoint = proof.Checkpoint.With([line]) }).ToBytes() };
        var later = line with
        {
            Signature = line.Signature.ToArray().Select((b, i) => i == 7 ? (byte)(b + 1) : b).ToArray(),
        };
        var bad = edition with { Proof = (proof with { Checkpoint = proof.Checkpoint.With([later]) }).ToBytes() };

        Assert.True(good.TryVerify(trust, out var verified, out _));
        Assert.Equal(time, verified.Signers.Single(signer => signer.Time is not null).Time);
        Assert.False(bad.TryVerify(trust, out _, out var refusal));
        Assert.Equal(EditionRefusal.BrokenSignature, refusal);
    }

    [Fact]
    public void A_page_is_proven_to_be_there_or_not_to_be_there_and_nothing_else_is()
    {
        var edition = paper.Add(PrintedEdition.Pages(9));
        Assert.True(edition.TryVerify(Trust, out var verified, out _));
        var tree = PageTree.Of([.. verified.Manifest.Lines.Select(line => line.LeafHash())], null);
        var there = PageProof.Of(verified.Manifest, tree, SitePath.From("data/2026/004.html"));
        var absent = new[] { "a", "data/2026/0041.html", "zz" }.Select(path =>
            PageProof.Of(verified.Manifest, tree, SitePath.From(path))
        );

        Assert.True(there.Holds(verified.Record));
        Assert.Equal(ContentHash.Of("page 4"u8), there.Page!.Hash);
        Assert.All(absent, proof => Assert.True(proof.Holds(verified.Record) && proof.Page is null));
        Assert.False((there with { Path = SitePath.From("data/2026/0041.html") }).Holds(verified.Record));
        Assert.All(
            absent,
            proof => Assert.False((proof with { Path = SitePath.From("data/2026/004.html") }).Holds(verified.Record))
        );
        Assert.All(
            absent.Append(there),
            proof =>
            {
                Assert.True(PageProof.TryParse(proof.ToBytes(), out var read));
                Assert.Equal(proof.ToBytes(), read.ToBytes());
                Assert.True(read.Holds(verified.Record));
            }
        );
    }

    [Fact]
    public void Two_neighbours_that_are_not_beside_each_other_hide_no_page()
    {
        var edition = paper.Add(PrintedEdition.Pages(9));
        Assert.True(edition.TryVerify(Trust, out var verified, out _));
        var tree = PageTree.Of([.. verified.Manifest.Lines.Select(line => line.LeafHash())], null);
        ProvenLine Line(int at) => new(verified.Manifest.Lines[at], at, tree.Inclusion(at));

        var hiding = new PageProof(SitePath.From("data/2026/004.html"), [Line(3), Line(5)]);
        var alone = new PageProof(SitePath.From("data/2026/004.html"), [Line(3)]);
        var none = new PageProof(SitePath.From("data/2026/004.html"), []);

        Assert.False(hiding.Holds(verified.Record));
        Assert.False(alone.Holds(verified.Record));
        Assert.False(none.Holds(verified.Record));
    }

    [Fact]
    public void The_log_of_a_later_edition_begins_with_the_earlier_one_or_it_is_another_history()
    {
        Assert.True(paper.Add(PrintedEdition.Pages(2)).TryVerify(Trust, out var first, out _));
        paper.Add(PrintedEdition.Pages(3));
        Assert.True(paper.Add(PrintedEdition.Pages(4)).TryVerify(Trust, out var third, out _));
        var forked = new PrintedEdition();
        forked.Add(PrintedEdition.Pages(7));
        forked.Add(PrintedEdition.Pages(3));
        Assert.True(forked.Add(PrintedEdition.Pages(4)).TryVerify(Trust, out var fork, out _));

        Assert.True(third.Continues(first, paper.Consistency(1)));
        Assert.False(fork.Continues(first, forked.Consistency(1)));
    }

    [Fact]
    public void A_delta_makes_the_later_list_of_the_earlier_one_and_of_no_other()
    {
        var old = Manifest(("a", "1"), ("b", "1"), ("c", "1"));
        var now = Manifest(("a", "1"), ("b", "2"), ("d", "1"));
        var bytes = EditionDelta.Between(old, now).ToBytes();

        Assert.True(EditionDelta.TryParse(bytes, out var delta));
        Assert.Equal(bytes, delta.ToBytes());
        Assert.True(delta.TryApply(old, out var applied));
        Assert.Equal(now.ToBytes(), applied.ToBytes());
        Assert.False(delta.TryApply(now, out _));
        Assert.False(EditionDelta.TryParse("*x\n"u8, out _));
        Assert.False(EditionDelta.TryParse(bytes.AsSpan()[..^1], out _));
    }

    private static EditionManifest Manifest(params (string Path, string Text)[] files) =>
        EditionManifest.Of(
            files.Select(file => new ManifestLine(
                ContentHash.Of(Encoding.UTF8.GetBytes(file.Text)),
                SitePath.From(file.Path)
            ))
        );
}
