using System.Security.Cryptography;
using Pamphlet.Seal.Age;

namespace Pamphlet.Seal.Tests.Age;

public sealed class AgeTests
{
    public static TheoryData<int> Lengths => [0, 1, 63, 65_535, 65_536, 65_537, 131_072, 200_001];

    [Theory, MemberData(nameof(Lengths))]
    public void What_was_sealed_opens_again(int length)
    {
        var text = RandomNumberGenerator.GetBytes(length);
        using var hybrid = HybridIdentity.Create();

        var file = Sealing.Seal(text, hybrid.Recipient, hybrid.Recipient);

        Assert.Equal(text, Sealing.Open(file, hybrid));
    }

    [Theory, MemberData(nameof(Lengths))]
    public async Task It_does_so_in_small_pieces_too(int length)
    {
        var text = RandomNumberGenerator.GetBytes(length);
        using var curve = X25519Identity.Create();

        var file = await Sealing.SealAsync(text, curve.Recipient);

        Assert.Equal(text, await Sealing.OpenAsync(file, curve));
    }

    [Fact]
    public void The_size_tells_the_length_and_nothing_else()
    {
        using var hybrid = HybridIdentity.Create();

        var sizes = Enumerable.Range(0, 5).Select(_ => Sealing.Seal(new byte[1000], hybrid.Recipient).Length);

        Assert.Single(sizes.Distinct());
    }

    [Fact]
    public void A_passphrase_opens_what_it_sealed_and_no_other_does()
    {
        using var right = SecretBytes.From("trời mưa ở bến đò cũ"u8);
        using var wrong = SecretBytes.From("trời mưa ở bến đò mới"u8);
        using var identity = new PassphraseIdentity(right);
        using var stranger = new PassphraseIdentity(wrong);

        var file = Sealing.Seal("a text"u8, new PassphraseRecipient(right, work: 10));

        Assert.Equal("a text"u8, Sealing.Open(file, identity));
        Assert.Equal(AgeRefusal.NoIdentityFits, Sealing.Refusal(file, stranger));
    }

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        using var hybrid = HybridIdentity.Create();
        using var curve = X25519Identity.Create();
        using var passphrase = SecretBytes.From("a passphrase"u8);
        using var knower = new PassphraseIdentity(passphrase, maxWork: 4);
        (byte[] File, AgeIdentity Who)[] files =
        [
            (Sealing.Seal(new byte[40], curve.Recipient), curve),
            (Sealing.Seal(new byte[40], hybrid.Recipient), hybrid),
            (Sealing.Seal(new byte[40], new PassphraseRecipient(passphrase, work: 2)), knower),
            (Sealing.Seal(new byte[65_537], curve.Recipient), curve),
        ];

        foreach (var (file, who) in files)
        {
            foreach (var at in Enumerable.Range(0, file.Length).Where(at => at < 2000 || at % 997 == 0))
            {
                foreach (var flip in new byte[] { 1, 0x20, 0x80 })
                {
                    file[at] ^= flip;
                    Assert.NotNull(Sealing.Refusal(file, who));
                    file[at] ^= flip;
                }
            }
        }
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_is_refused()
    {
        using var curve = X25519Identity.Create();
        var file = Sealing.Seal(new byte[65_536 + 10], curve.Recipient);

        var cuts = Enumerable
            .Range(0, file.Length)
            .Where(length => length < 300 || length > 65_700 || length % 4099 == 0);

        Assert.All(cuts, length => Assert.NotNull(Sealing.Refusal(file[..length], curve)));
    }

    [Fact]
    public void What_follows_the_last_chunk_is_refused()
    {
        using var curve = X25519Identity.Create();
        var full = Sealing.Seal(new byte[65_536], curve.Recipient);
        var short_ = Sealing.Seal(new byte[10], curve.Recipient);

        Assert.Equal(AgeRefusal.SomethingFollows, Sealing.Refusal([.. full, 0], curve));
        Assert.Equal(AgeRefusal.ContentChanged, Sealing.Refusal([.. short_, 0], curve));
    }

    [Fact]
    public void A_writer_that_was_not_finished_left_no_file()
    {
        using var curve = X25519Identity.Create();
        using var output = new MemoryStream();
        using (var writer = AgeWriter.Start(output, curve.Recipient))
        {
            writer.Write(new byte[65_536 * 2]);
        }

        Assert.Equal(AgeRefusal.Cut, Sealing.Refusal(output.ToArray(), curve));
    }

    [Fact]
    public void Recipients_that_weaken_each_other_are_not_put_side_by_side()
    {
        using var hybrid = HybridIdentity.Create();
        using var curve = X25519Identity.Create();
        using var words = SecretBytes.From("words"u8);
        var passphrase = new PassphraseRecipient(words, work: 2);

        Assert.Throws<ArgumentException>(() => Sealing.Seal([], hybrid.Recipient, curve.Recipient));
        Assert.Throws<ArgumentException>(() => Sealing.Seal([], hybrid.Recipient, passphrase));
        Assert.Throws<ArgumentException>(() => Sealing.Seal([]));
    }

    [Fact]
    public void A_file_that_asks_for_more_memory_than_was_allowed_is_refused_at_once()
    {
        using var words = SecretBytes.From("words"u8);
        using var identity = new PassphraseIdentity(words, maxWork: 9);

        var file = Sealing.Seal([], new PassphraseRecipient(words, work: 10));

        Assert.Equal(AgeRefusal.TooMuchWork, Sealing.Refusal(file, identity));
    }

    [Theory]
    [InlineData("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")]
    [InlineData("AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ")]
    public void A_recipient_is_read_in_small_or_in_capital_letters(string text)
    {
        Assert.True(AgeRecipient.TryRead(text, out var recipient));
        Assert.Equal(text.ToLowerInvariant(), recipient.ToString());
    }

    [Theory]
    [InlineData("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk")]
    [InlineData("Age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")]
    [InlineData("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujw")]
    [InlineData("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")]
    [InlineData("age1pq1qqqq")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_recipient_is_none(string? text) => Assert.False(AgeRecipient.TryRead(text, out _));

    [Fact]
    public void An_identity_reads_what_it_reveals()
    {
        using var hybrid = HybridIdentity.Create();

        Assert.True(AgeIdentity.TryRead(hybrid.Reveal(), out var again));
        Assert.StartsWith("AGE-SECRET-KEY-PQ-1", hybrid.Reveal(), StringComparison.Ordinal);
        Assert.Equal("text"u8, Sealing.Open(Sealing.Seal("text"u8, hybrid.Recipient), again));
        Assert.StartsWith("age1pq1", hybrid.Recipient.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Armor_wraps_lines_of_64_letters_and_reads_itself()
    {
        using var curve = X25519Identity.Create();
        foreach (var length in Enumerable.Range(0, 100))
        {
            var file = Sealing.Seal(new byte[length], curve.Recipient);

            var text = Sealing.Armoured(file);

            Assert.True(ArmorReader.Begins(text));
            Assert.All(System.Text.Encoding.ASCII.GetString(text).Split('\n'), line => Assert.True(line.Length <= 64));
            using var reader = AgeReader.Open(new ArmorReader(new MemoryStream(text)), curve);
            using var opened = new MemoryStream();
            reader.CopyTo(opened);
            Assert.Equal(new byte[length], opened.ToArray());
        }
    }

    [Fact]
    public void Secrets_are_zero_when_they_are_no_longer_needed()
    {
        var secret = SecretBytes.From("a codename"u8);
        var seen = secret.Memory;

        secret.Shorten(3);
        secret.Dispose();

        Assert.All(seen.ToArray(), value => Assert.Equal(0, value));
    }
}
