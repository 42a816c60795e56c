using System.Security.Cryptography;
using System.Text;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Seal.Tests.Letters;

public sealed class PaperWordsTests
{
    [Fact]
    public void A_secret_comes_back_from_its_words_whatever_stands_between_them()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var words = PaperWords.Write(secret);

        var isRead = PaperWords.TryRead(Typed(string.Join(" \n- ", words).ToUpperInvariant()), out var read, out _);

        Assert.Equal(PaperWords.Count, words.Count);
        Assert.True(isRead);
        Assert.Equal(secret, read!.Span.ToArray());
    }

    [Fact]
    public void A_word_that_is_none_of_ours_is_named_by_its_place()
    {
        var words = PaperWords.Write(RandomNumberGenerator.GetBytes(32)).ToArray();
        words[6] = "xyzzyx";

        var isRead = PaperWords.TryRead(Typed(string.Join(' ', words)), out _, out var word);

        Assert.Equal((false, 7), (isRead, word));
    }

    [Fact]
    public void Words_that_were_swapped_dropped_or_changed_are_noticed()
    {
        var words = PaperWords.Write([.. Enumerable.Range(0, 32).Select(number => (byte)number)]).ToArray();
        var swapped = words.ToArray();
        (swapped[0], swapped[1]) = (swapped[1], swapped[0]);
        var changed = words.ToArray();
        changed[3] = CodenameWords.At(changed[3] == CodenameWords.At(0) ? 1 : 0);

        string[] broken = [string.Join(' ', swapped), string.Join(' ', words[1..]), string.Join(' ', changed), ""];

        Assert.All(broken, text => Assert.False(PaperWords.TryRead(Typed(text), out _, out _)));
    }

    private static byte[] Typed(string text) => Encoding.UTF8.GetBytes(text);
}
