using System.Collections.Frozen;
using System.Text;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>
/// Letters of another script that look like this one's: <c>а</c> is Cyrillic. A word that mixes them marks a copy, or is somebody
/// else's name in disguise.
/// </summary>
internal static class LookAlikeLetters
{
    // Those that a printed page shows like Latin ones.
    private static readonly FrozenSet<int> Greek = Set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυικ");
    private static readonly FrozenSet<int> Cyrillic = Set("АВЕЅІЈКМНОРСТУХҮаеѕіјорсухԁӏһԛԝ");

    // Icelandic eth and African D, which stand for Đ in many a copied text.
    private static readonly FrozenSet<int> EthForD = Set("ÐðƉɖ");
    private static readonly FrozenSet<int> OnlyVietnamese = Set("ơưƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ");

    /// <summary>Looks at lines of a text that it has seen whole: «а» alone tells nothing in a text that also says «жить».</summary>
    public static Func<ReadLine, IEnumerable<Sighting>> For(IReadOnlyList<ReadLine> lines)
    {
        var knowsCyrillic = false;
        var knowsGreek = false;
        var isVietnamese = false;
        foreach (var rune in lines.SelectMany(line => line.Text.EnumerateRunes()))
        {
            knowsCyrillic |= rune.Value is >= 0x0400 and <= 0x052F && !Cyrillic.Contains(rune.Value);
            knowsGreek |=
                rune.Value is >= 0x0370 and <= 0x03FF or >= 0x1F00 and <= 0x1FFF && !Greek.Contains(rune.Value);
            isVietnamese |= OnlyVietnamese.Contains(rune.Value);
        }

        return line => In(line, knowsCyrillic, knowsGreek, isVietnamese);
    }

    private static List<Sighting> In(ReadLine line, bool knowsCyrillic, bool knowsGreek, bool isVietnamese)
    {
        var found = new List<Sighting>();
        if (line.Text.All(character => character < 0x00D0))
        {
            return found;
        }

        foreach (var (start, word) in Words(line.Text))
        {
            var latin = word.Any(IsLatin);
            var cyrillic = word.Any(rune => rune.Value is >= 0x0400 and <= 0x052F);
            var cyrillicAlike = cyrillic && word.Any(rune => Cyrillic.Contains(rune.Value));
            var greekAlike = word.Any(rune => Greek.Contains(rune.Value));
            var isMixed = (latin && (cyrillicAlike || greekAlike)) || (cyrillic && greekAlike);
            var isDisguised =
                word.Length > 1
                && (
                    (!knowsCyrillic && word.All(rune => Cyrillic.Contains(rune.Value)))
                    || (!knowsGreek && word.All(rune => Greek.Contains(rune.Value)))
                );
            if (
                isMixed
                || isDisguised
                || (isVietnamese && word.Any(rune => EthForD.Contains(rune.Value)))
                || word.Any(IsDressedLatin)
            )
            {
                found.Add(new Sighting(FindingKind.LookAlikeLetter, start, word.Sum(rune => rune.Utf16SequenceLength)));
            }
        }

        return found;
    }

    private static List<(int Start, Rune[] Word)> Words(string text)
    {
        var found = new List<(int Start, Rune[] Word)>();
        var word = new List<Rune>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                word.Add(rune);
            }
            else if (word.Count > 0)
            {
                found.Add((at - word.Sum(one => one.Utf16SequenceLength), [.. word]));
                word.Clear();
            }

            at += rune.Utf16SequenceLength;
        }

        if (word.Count > 0)
        {
            found.Add((at - word.Sum(one => one.Utf16SequenceLength), [.. word]));
        }

        return found;
    }

    private static bool IsLatin(Rune rune) =>
        rune.Value
            is (>= 'A' and <= 'Z')
                or (>= 'a' and <= 'z')
                or (>= 0x00C0 and <= 0x024F)
                or (>= 0x1E00 and <= 0x1EFF);

    // Mathematical and full-width alphabets, Roman numerals and the like: letters in fancy dress.
    private static bool IsDressedLatin(Rune rune) =>
        rune.Value
            is (>= 0x1D400 and <= 0x1D7FF)
                or (>= 0xFF21 and <= 0xFF3A)
                or (>= 0xFF41 and <= 0xFF5A)
                or (>= 0x13A0 and <= 0x13F5);

    private static FrozenSet<int> Set(string letters) =>
        letters.EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();
}
