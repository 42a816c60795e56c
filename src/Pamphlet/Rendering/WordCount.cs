namespace Pamphlet.Rendering;

/// <summary>How much there is to read, in what a reader would call words.</summary>
/// <remarks>
/// Words are parted by white space; for Vietnamese that makes them syllables. Scripts without spaces are counted by letters:
/// two Han characters or kana, five Thai, Lao, Khmer or Burmese letters are taken for a word.
/// </remarks>
internal ref struct WordCount
{
    // In tenths of a word, so that it stays a whole number.
    private int tenths;
    private bool isInWord;

    public readonly int Words => (tenths + 9) / 10;

    public static int Of(ReadOnlySpan<char> text)
    {
        var count = new WordCount();
        foreach (var character in text)
        {
            count.Take(character);
        }

        return count.Words;
    }

    /// <summary>How many characters of <paramref name="text"/> hold <paramref name="words"/> words, ended between words.</summary>
    public static int LengthOf(ReadOnlySpan<char> text, int words)
    {
        var count = new WordCount();
        for (var i = 0; i < text.Length; i++)
        {
            var before = count.tenths;
            count.Take(text[i]);
            if (count.tenths > words * 10 && count.tenths > before)
            {
                return i;
            }
        }

        return text.Length;
    }

    private void Take(char character)
    {
        if (character < 0x0E00)
        {
            TakeSpaced(character);
            return;
        }

        switch (character)
        {
            case (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'):
                tenths += 5;
                isInWord = false;
                break;
            case (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF'):
                tenths += 2;
                isInWord = false;
                break;
            default:
                TakeSpaced(character);
                break;
        }
    }

    private void TakeSpaced(char character)
    {
        if (char.IsWhiteSpace(character))
        {
            isInWord = false;
        }
        else if (!isInWord && (char.IsLetterOrDigit(character) || char.IsSurrogate(character)))
        {
            // A dash that stands alone is no word.
            isInWord = true;
            tenths += 10;
        }
    }
}
