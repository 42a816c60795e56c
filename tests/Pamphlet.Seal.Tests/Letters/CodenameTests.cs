using System.Text;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Seal.Tests.Letters;

public sealed class CodenameTests
{
    private static readonly PaperId Ours = PaperId.Of("ours"u8);

    [Fact]
    public void No_two_words_begin_with_the_same_four_letters()
    {
        var words = Enumerable.Range(0, CodenameWords.Count).Select(CodenameWords.At).ToList();

        Assert.Equal(1024, words.Count);
        Assert.Equal(1024, words.Select(word => word[..Math.Min(4, word.Length)]).Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{3,8}$", word));
        Assert.Equal(words.Order(StringComparer.Ordinal), words);
    }

    [Fact]
    public void What_was_shown_is_read_however_it_is_typed()
    {
        using var drawn = Codename.Draw();
        var words = Words(drawn);
        var typed = new[]
        {
            string.Join(' ', words),
            string.Join("-", words).ToUpperInvariant(),
            "  1. " + string.Join("\r\n 2) ", words) + " . ",
            string.Join(' ', words.Select(word => word[..Math.Min(4, word.Length)])),
        };

        Assert.All(typed, text => Assert.Equal(words, Words(Read(text))));
    }

    [Fact]
    public void It_is_said_which_word_is_not_in_the_list()
    {
        using var drawn = Codename.Draw();
        var words = Words(drawn);
        words[6] = "đấu";

        Assert.Equal((CodenameFault.UnknownWord, 7), Fault(string.Join(' ', words)));
        Assert.Equal((CodenameFault.TooFew, 0), Fault(string.Join(' ', words[..6])));
        Assert.Equal((CodenameFault.TooFew, 0), Fault(""));
        words[6] = words[0];
        Assert.Equal(CodenameFault.TooMany, Fault(string.Join(' ', [.. words, words[0]])).Fault);
    }

    [Fact]
    public void Words_that_were_never_drawn_together_are_noticed()
    {
        const int Tries = 4000;
        var unnoticed = 0;
        using var drawn = Codename.Draw();
        for (var i = 0; i < Tries; i++)
        {
            var words = Words(drawn);
            words[i % 10] = CodenameWords.At(i / 10 % 1024);
            unnoticed += Codename.TryRead(Encoding.UTF8.GetBytes(string.Join(' ', words)), out _, out _, out _) ? 1 : 0;
        }

        // One in 256 by chance, and the word itself.
        Assert.InRange(unnoticed, 0, (Tries / 256 * 3) + 20);
    }

    [Fact]
    public void The_same_words_make_another_key_for_another_paper()
    {
        using var drawn = Codename.Draw();
        using var again = Read(string.Join(' ', Words(drawn)));
        using var here = drawn.ReplyKey(Ours);
        using var same = again.ReplyKey(Ours);
        using var elsewhere = drawn.ReplyKey(PaperId.Of("theirs"u8));

        Assert.Equal(here.Seed, same.Seed);
        Assert.False(here.Seed.SequenceEqual(elsewhere.Seed));
    }

    private static Codename Read(string typed) =>
        Codename.TryRead(Encoding.UTF8.GetBytes(typed), out var read, out var fault, out var word)
            ? read
            : throw new InvalidOperationException($"{fault} {word}");

    private static (CodenameFault Fault, int Word) Fault(string typed)
    {
        Assert.False(Codename.TryRead(Encoding.UTF8.GetBytes(typed), out _, out var fault, out var word));
        return (fault, word);
    }

    private static string[] Words(Codename codename) => [.. Enumerable.Range(0, 10).Select(codename.Word)];
}
