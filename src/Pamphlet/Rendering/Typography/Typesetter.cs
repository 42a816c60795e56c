using System.Buffers;
using System.Text;

namespace Pamphlet.Rendering.Typography;

/// <summary>Sets quotation marks, dashes and ellipses as the text's language prints them, from what a keyboard can type.</summary>
/// <remarks>It remembers the character before, for a quotation mark looks to the left to know which way it turns.</remarks>
internal sealed class Typesetter(Language language)
{
    private static readonly SearchValues<string> Typed = SearchValues.Create(
        ["\"", "'", "--", "..."],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<char> Keys = SearchValues.Create("\"'-.");

    private static readonly SearchValues<string> ElidedWords = SearchValues.Create(
        ["tis", "twas", "twere", "em", "til", "cause", "round", "bout"],
        StringComparison.OrdinalIgnoreCase
    );

    private const char Opened = '“';
    private const char Closed = '”';

    private readonly QuotationMarks marks = QuotationMarks.Of(language);
    private readonly bool isHebrew = language.Primary is "he" or "yi";
    private char before = '\n';
    private bool isInnerOpen;

    // What a mark did, for its shape does not tell: “ opens in English and closes in German.
    private char turned;

    /// <summary>A paragraph begins.</summary>
    public void Begin()
    {
        before = '\n';
        isInnerOpen = false;
    }

    /// <summary>Something that is not set stands here: code, a picture, an address.</summary>
    public void Pass(char last) => before = last;

    /// <param name="hasMore">Whether the paragraph goes on after this piece.</param>
    public ReadOnlyMemory<char> Set(ReadOnlyMemory<char> piece, bool hasMore)
    {
        var text = piece.Span;
        if (text.IsEmpty)
        {
            return piece;
        }

        if (!text.ContainsAny(Typed))
        {
            before = text[^1];
            return piece;
        }

        var output = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; )
        {
            var plain = text[i..].IndexOfAny(Keys);
            if (plain != 0)
            {
                plain = plain < 0 ? text.Length - i : plain;
                output.Append(text.Slice(i, plain));
                i += plain;
                before = text[i - 1];
                continue;
            }

            turned = '\0';
            i += SetNext(text, i, hasMore, output);
            before = turned == '\0' ? output[^1] : turned;
        }

        return output.ToString().AsMemory();
    }

    /// <summary>Sets what stands at <paramref name="at"/> and says how many characters that was.</summary>
    private int SetNext(ReadOnlySpan<char> text, int at, bool hasMore, StringBuilder output)
    {
        switch (text[at])
        {
            case '"':
                output.Append(DoubleMark(After(text, at + 1, hasMore)));
                return 1;
            case '\'':
                output.Append(SingleMark(text[(at + 1)..], After(text, at + 1, hasMore)));
                return 1;
            case '-':
                var hyphens = Run(text, at);
                output.Append(Dash(hyphens, After(text, at + hyphens, hasMore)) ?? new string('-', hyphens));
                return hyphens;
            default:
                var dots = Run(text, at);
                output.Append(dots == 3 ? "…" : new string('.', dots));
                return dots;
        }
    }

    private string DoubleMark(char after)
    {
        if (isHebrew && IsHebrewLetter(before) && IsHebrewLetter(after))
        {
            // Gershayim: part of an abbreviation, not a quotation.
            return "\u05F4";
        }

        if (Opens(before))
        {
            if (char.IsWhiteSpace(after))
            {
                return "\"";
            }

            turned = Opened;
            return marks.Open;
        }

        turned = Closed;
        return marks.Close;
    }

    private string SingleMark(ReadOnlySpan<char> rest, char after)
    {
        if (char.IsLetterOrDigit(before))
        {
            if (char.IsLetter(after))
            {
                return isHebrew ? "\u05F3" : "’";
            }

            return isInnerOpen ? CloseInner() : "’";
        }

        if (Opens(before) || before == '"')
        {
            if (BeginsElidedYear(rest) || BeginsElidedWord(rest))
            {
                return "’";
            }

            if (char.IsWhiteSpace(after))
            {
                return "'";
            }

            isInnerOpen = true;
            turned = Opened;
            return marks.InnerOpen;
        }

        return isInnerOpen ? CloseInner() : "’";
    }

    private string CloseInner()
    {
        isInnerOpen = false;
        turned = Closed;
        return marks.InnerClose;
    }

    /// <summary>A dash only between words: <c>--verbose</c> is the name of a switch.</summary>
    private string? Dash(int hyphens, char after)
    {
        var isLoose = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
        var isTight = !char.IsWhiteSpace(before) && !char.IsWhiteSpace(after);
        return hyphens switch
        {
            2 when (isLoose && before != '\n') || isTight => "–",
            3 => "—",
            _ => null,
        };
    }

    private static bool Opens(char before) =>
        char.IsWhiteSpace(before)
        || before
            is '('
                or '['
                or '{'
                or '–'
                or '—'
                or '-'
                or '/'
                or '«'
                or '„'
                or '“'
                or '‘'
                or '‚'
                or '「'
                or '¿'
                or '¡';

    /// <summary>’68 and ’80s; but «press '0' or '5'» quotes, and «'1984' was read» too.</summary>
    private static bool BeginsElidedYear(ReadOnlySpan<char> rest)
    {
        const int Figures = 2;
        if (rest.Length < Figures || !char.IsAsciiDigit(rest[0]) || !char.IsAsciiDigit(rest[1]))
        {
            return false;
        }

        rest = rest[Figures..];
        rest = rest.StartsWith("s", StringComparison.Ordinal) ? rest[1..] : rest;
        return rest.IsEmpty || !(char.IsLetterOrDigit(rest[0]) || rest[0] == '\'');
    }

    private static bool BeginsElidedWord(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length]))
        {
            length++;
        }

        // One that a mark ends is quoted: the word 'round'.
        var isQuoted = length < rest.Length && rest[length] == '\'';
        return length > 0 && !isQuoted && ElidedWords.Contains(rest[..length].ToString());
    }

    private static char After(ReadOnlySpan<char> text, int at, bool hasMore) =>
        at < text.Length ? text[at]
        : hasMore ? 'x'
        : '\n';

    private static int Run(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAnyExcept(text[at]);
        return length < 0 ? text.Length - at : length;
    }

    private static bool IsHebrewLetter(char character) => character is >= '\u05D0' and <= '\u05EA';
}
