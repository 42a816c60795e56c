using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Seal.Tests.Letters;

public sealed class PaperLetterTests : IDisposable
{
    private const string Words = "Chúng tôi in lại bài của các bạn nhé?";

    private static readonly byte[] Number = [.. Enumerable.Range(1, LetterPage.IdBytes).Select(value => (byte)value)];

    private readonly LettersIdentity sender = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));
    private readonly LettersIdentity receiver = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));
    private readonly HybridIdentity week = HybridIdentity.Create();

    public void Dispose()
    {
        sender.Dispose();
        receiver.Dispose();
        week.Dispose();
    }

    [Fact]
    public void A_letter_is_read_by_its_receiver_and_says_who_signed_it()
    {
        var plain = Open(Seal(Words));

        Assert.True(PaperLetter.Begins(plain));
        Assert.True(PaperLetter.TryRead(plain, receiver.Public.Paper, out var letter));
        using (letter)
        {
            Assert.Equal(sender.Public.Fingerprint, letter.Sender.Fingerprint);
            Assert.Equal(Number, letter.Number);
            Assert.Equal(("Báo Rừng", "http://rung.example/"), (letter.Name, letter.Address));
            Assert.Equal(Words, Encoding.UTF8.GetString(letter.Content.Words));
        }
    }

    [Fact]
    public void Every_byte_that_is_changed_cut_off_or_added_is_noticed()
    {
        var plain = Open(Seal(Words));
        var meant = plain.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;

        for (var at = 0; at < plain.Length; at += at < meant + 8 ? 1 : 997)
        {
            plain[at] ^= 1;
            Assert.False(PaperLetter.TryRead(plain, receiver.Public.Paper, out _), $"byte {at}");
            plain[at] ^= 1;
        }

        for (var length = 0; length < meant; length += 7)
        {
            Assert.False(PaperLetter.TryRead(plain.AsSpan(0, length), receiver.Public.Paper, out _));
        }

        Assert.True(PaperLetter.TryRead(plain, receiver.Public.Paper, out var whole));
        whole.Dispose();
    }

    [Fact]
    public void A_letter_that_is_passed_on_is_not_one_for_somebody_else()
    {
        Assert.False(PaperLetter.TryRead(Open(Seal(Words)), sender.Public.Paper, out _));
    }

    [Fact]
    public void Another_key_put_in_its_place_has_not_signed_it()
    {
        var plain = Open(Seal(Words));
        receiver.Public.Bytes.CopyTo(plain.AsSpan(32));

        Assert.False(PaperLetter.TryRead(plain, receiver.Public.Paper, out _));
    }

    [Fact]
    public void A_signature_for_something_else_is_none_for_a_letter()
    {
        var plain = Open(Seal(Words));
        var signed = plain.AsSpan().LastIndexOfAnyExcept((byte)0) + 1 - 64;
        sender.Sign(SignedPurpose.Answer, plain.AsSpan(0, signed)).CopyTo(plain.AsSpan(signed));

        Assert.False(PaperLetter.TryRead(plain, receiver.Public.Paper, out _));
    }

    [Fact]
    public void Its_length_on_the_way_says_nothing_and_fits_the_form_for_letters()
    {
        var longest = new string('x', PaperLetter.MostWords);

        var lengths = Enumerable.Range(0, 20).Select(_ => Seal(Words).Length).ToList();
        var most = Seal(longest, new string('n', PaperLetter.LongestLine), new string('a', PaperLetter.LongestLine));

        Assert.True(lengths.Distinct().Count() > 10);
        Assert.All([.. lengths, most.Length], length => Assert.True(length <= LetterContent.MostWords([])));
        Assert.True(PaperLetter.TryRead(Open(most), receiver.Public.Paper, out var letter));
        using (letter)
        {
            Assert.Equal(longest.Length, letter.Content.Words.Length);
        }
    }

    private byte[] Seal(string words, string name = "Báo Rừng", string address = "http://rung.example/") =>
        PaperLetter.Seal(
            sender,
            receiver.Public.Paper,
            week.Recipient,
            Number,
            (name, address),
            subject: default,
            Encoding.UTF8.GetBytes(words)
        );

    private byte[] Open(byte[] armored)
    {
        using var armor = new ArmorReader(new MemoryStream(armored));
        using var age = AgeReader.Open(armor, week);
        using var plain = new MemoryStream();
        age.CopyTo(plain);
        return plain.ToArray();
    }
}
