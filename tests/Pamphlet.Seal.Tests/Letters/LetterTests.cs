using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Seal.Tests.Letters;

public sealed class LetterTests : IDisposable
{
    private static readonly byte[] Number = [.. Enumerable.Range(1, LetterPage.IdBytes).Select(value => (byte)value)];

    private readonly LettersIdentity paper = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));
    private readonly HybridIdentity epoch = HybridIdentity.Create();
    private readonly HybridIdentity reader = HybridIdentity.Create();

    public void Dispose()
    {
        paper.Dispose();
        epoch.Dispose();
        reader.Dispose();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(LetterPage.MostContent)]
    public void A_page_opens_as_it_was_written_and_is_as_large_as_every_other(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        using var page = Page(content, reader.Recipient);

        var file = page.SealFor(epoch.Recipient);

        Assert.Equal(LetterPage.SealedBytes, file.Length);
        Assert.True(LetterPage.TryOpen(file, epoch, paper.Public.Paper, out var opened));
        Assert.Equal(content, opened.Content);
        Assert.Equal((LetterKind.Letter, 0, 3), (opened.Kind, opened.Place, opened.Count));
        Assert.Equal(Number, opened.Id);
        Assert.True(opened.TryGetReplyKey(out var key));
        Assert.Equal(reader.Recipient.Key, key.Key);
    }

    [Fact]
    public void A_cover_is_as_large_as_a_letter_and_nobody_opens_it()
    {
        var cover = LetterPage.Cover();

        Assert.Equal(LetterPage.SealedBytes, cover.Length);
        Assert.True(AgeHeader.TryRead(cover, out var header, out _));
        Assert.Equal(["mlkem768x25519"], header.Kinds);
        Assert.False(LetterPage.TryOpen(cover, epoch, paper.Public.Paper, out _));
    }

    [Fact]
    public void A_letter_to_another_paper_is_none_of_ours()
    {
        using var page = Page("text"u8, replyKey: null);

        var file = page.SealFor(epoch.Recipient);

        Assert.False(LetterPage.TryOpen(file, epoch, PaperId.Of("another"u8), out _));
    }

    [Fact]
    public void An_answer_is_read_by_one_and_signed_by_one()
    {
        using var stranger = HybridIdentity.Create();
        using var forger = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));
        var words = Encoding.UTF8.GetBytes("Cảm ơn. Chúng tôi đã đọc.");

        var answer = SignedAnswer.Seal(paper, reader.Recipient, Number, words);
        var forged = SignedAnswer.Seal(forger, reader.Recipient, Number, words);

        Assert.True(SignedAnswer.TryOpen(answer, reader, paper.Public, out var read));
        Assert.Equal(words, read.Span);
        Assert.False(SignedAnswer.TryOpen(answer, stranger, paper.Public, out _));
        Assert.False(SignedAnswer.TryOpen(forged, reader, paper.Public, out _));
    }

    [Fact]
    public void An_answer_to_one_reader_cannot_be_sealed_again_for_another()
    {
        using var other = HybridIdentity.Create();
        var answer = SignedAnswer.Seal(paper, reader.Recipient, Number, "yes"u8);
        Assert.True(LetterPage.TryOpen(answer, reader, paper.Public.Paper, out var page));

        var moved = page.SealFor(other.Recipient);

        Assert.True(LetterPage.TryOpen(moved, other, paper.Public.Paper, out _));
        Assert.False(SignedAnswer.TryOpen(moved, other, paper.Public, out _));
    }

    [Fact]
    public void Epoch_keys_are_those_that_the_paper_signed()
    {
        using var next = HybridIdentity.Create();
        EpochKey[] keys =
        [
            new(new DateOnly(2026, 11, 23), epoch.Recipient),
            new(new DateOnly(2026, 11, 30), next.Recipient),
        ];

        var signed = EpochKeys.Sign(paper, keys);

        Assert.True(EpochKeys.TryRead(signed.Text.Span, out var read));
        Assert.Equal(paper.Public.Fingerprint, read.Signer.Fingerprint);
        Assert.Null(read.At(new DateOnly(2026, 11, 22)));
        Assert.Equal(epoch.Recipient.Key, read.At(new DateOnly(2026, 11, 29))!.Recipient.Key);
        Assert.Equal(next.Recipient.Key, read.At(new DateOnly(2027, 1, 1))!.Recipient.Key);
        Assert.Throws<ArgumentException>(() => EpochKeys.Sign(paper, [keys[1], keys[0]]));
    }

    [Fact]
    public void A_list_of_keys_with_any_changed_byte_is_refused()
    {
        var text = EpochKeys.Sign(paper, [new(new DateOnly(2026, 11, 23), epoch.Recipient)]).Text.ToArray();

        foreach (var at in Enumerable.Range(0, text.Length))
        {
            text[at] ^= 1;
            Assert.False(EpochKeys.TryRead(text, out _), $"byte {at}");
            text[at] ^= 1;
        }
    }

    private LetterPage Page(ReadOnlySpan<byte> content, HybridRecipient? replyKey) =>
        LetterPage.Write(LetterKind.Letter, paper.Public.Paper, Number, place: 0, count: 3, replyKey, content);
}
