using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Vault;

namespace Pamphlet.Tests.Signing;

/// <summary>The way that docs/operate.md describes: editors above the server, a seized server, a renewed key.</summary>
public sealed class KeysStoryTests : IDisposable
{
    private readonly SigningPaper test = new();
    private readonly SigningKey[] editors =
    [
        .. Enumerable.Range(0, 4).Select(i => SigningKey.Make($"paper.example/editor{i}", KeyKind.Note)),
    ];

    [Fact]
    public void A_seized_log_key_is_replaced_by_the_editors_and_readers_follow()
    {
        var stolen = test.Paper.Keys!.Log.Verifier;
        var first = Signed(Set(1, stolen, 0, 1, 2), 0, 2);
        Assert.Equal(KeySetFolder.Refusal.None, test.Paper.KeySets.Add(first));
        test.Publish(isWhole: true, ("data/index.html", "before"));
        var printed = new EditionTrust { KeySet = ContentHash.Of(first) };
        Assert.True(test.Current().TryVerify(printed, out _, out _));

        VerifierKey renewed;
        using (var vault = KeyVault.Open(test.Folder, secret: null))
        {
            renewed = PaperKeys.Renew(vault, "paper.example");
        }

        var next = Set(2, renewed, 1, 2, 3);
        Assert.Equal(KeySetFolder.Refusal.TooFewNew, test.Paper.KeySets.Add(Signed(next, 0, 1)));
        Assert.Equal(KeySetFolder.Refusal.DoesNotFollow, test.Paper.KeySets.Add(Signed(next, 1, 3)));
        Assert.Equal(KeySetFolder.Refusal.None, test.Paper.KeySets.Add(Signed(next, 1, 2, 3)));
        test.Restart();
        test.Publish(isWhole: false, ("data/index.html", "after"));

        Assert.True(test.Current().TryVerify(printed, out var verified, out var refusal), $"{refusal}");
        Assert.Equal(renewed, verified.Signers.Single().Key);
        Assert.True(verified.Checkpoint.Size >= 2);
        Assert.False(test.Current().TryVerify(new EditionTrust { Logs = [stolen] }, out _, out _));
    }

    [Fact]
    public void Started_without_its_secret_a_paper_is_read_only_and_its_last_edition_still_verifies()
    {
        test.Publish(isWhole: true, ("data/index.html", "front"));
        var trust = test.Trust;
        using (KeyVault.Open(test.Folder, new OperatorSecret("a secret"u8.ToArray())))
        {
            // The lock is another from now on.
        }

        test.Restart();

        Assert.True(test.Paper.IsReadOnly);
        Assert.Equal(VaultState.NeedsSecret, test.Paper.Vault.State);
        Assert.True(test.Current().TryVerify(trust, out _, out _));
        Assert.Null(test.Shelf.BeforeSwitch);
    }

    public void Dispose()
    {
        test.Dispose();
        Array.ForEach(editors, editor => editor.Dispose());
    }

    private KeySet Set(long version, VerifierKey log, params int[] who) =>
        new("paper.example/keys", version, 2, [.. who.Select(i => editors[i].Verifier)], [log]);

    private byte[] Signed(KeySet set, params int[] who)
    {
        var text = set.ToString();
        return SignedNote.Of(text, [.. who.Select(i => editors[i].Sign(text))]).ToBytes();
    }
}
