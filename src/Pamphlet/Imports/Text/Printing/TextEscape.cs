using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>Puts a backslash before what Markdown would take for a mark, and before nothing else: people will edit these texts.</summary>
internal static partial class TextEscape
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create("\\`*_[]<>&~!|");

    /// <param name="before">The character printed before; a line end at a line's beginning.</param>
    /// <param name="after">The character that will follow; a line end at the end.</param>
    public static string Of(string text, char before, char after, TextPlace place)
    {
        var output = new StringBuilder(text.Length + 8);
        var from = before switch
        {
            '\n' => EscapeLineStart(text, output),
            // What follows a note's mark or a span would else be read as its address.
            ']' when text is ['(' or '[' or ':' or '{', ..] => Escape(text[0], output),
            _ => 0,
        };
        for (var i = from; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny(Suspects);
            if (next < 0)
            {
                output.Append(text, i, text.Length - i);
                break;
            }

            output.Append(text, i, next);
            i += next;
            var left = i > 0 ? text[i - 1] : before;
            if (NeedsBackslash(text, i, left, after, place))
            {
                output.Append('\\');
            }

            output.Append(text[i]);
        }

        return output.ToString();
    }

    private static bool NeedsBackslash(string text, int at, char left, char after, TextPlace place)
    {
        var right = at + 1 < text.Length ? text[at + 1] : after;
        switch (text[at])
        {
            case '\\':
                return !char.IsLetterOrDigit(right);
            case '`':
                return true;
            case '*':
                // A star between spaces is none; but spaces at the edges of a run are moved, and what is beyond them is not known.
                return at < 2 || at + 2 >= text.Length || !char.IsWhiteSpace(left) || !char.IsWhiteSpace(right);
            case '_':
                return !IsBetweenLetters(text, at, left, after);
            case '[':
                return place.HasFlag(TextPlace.Link) || right is '^' || left is '!';
            case ']':
                return place.HasFlag(TextPlace.Link)
                    || right is '(' or '[' or '{' or ':'
                    || (at + 1 == text.Length && right is not ('\n' or ' '));
            case '!':
                return at + 1 == text.Length && right is not ('\n' or ' ');
            case '<':
                return char.IsAsciiLetter(right)
                    || right is '/' or '!' or '?'
                    || (at + 1 == text.Length && right is not ('\n' or ' '));
            case '&':
                return Entity().IsMatch(text.AsSpan(at));
            case '~':
                return left == '~' || right == '~';
            case '|':
                return place.HasFlag(TextPlace.Cell);
            default:
                return false;
        }
    }

    /// <summary>Underscores between letters are no emphasis, however many stand there.</summary>
    private static bool IsBetweenLetters(string text, int at, char before, char after)
    {
        var (first, last) = (at, at);
        while (first > 0 && text[first - 1] == '_')
        {
            first--;
        }

        while (last + 1 < text.Length && text[last + 1] == '_')
        {
            last++;
        }

        var left = first > 0 ? text[first - 1] : before;
        var right = last + 1 < text.Length ? text[last + 1] : after;
        return char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);
    }

    private static int Escape(char character, StringBuilder output)
    {
        output.Append('\\').Append(character);
        return 1;
    }

    private static int EscapeLineStart(string text, StringBuilder output)
    {
        if (ItemNumber().IsMatch(text))
        {
            var sign = text.AsSpan().IndexOfAny('.', ')');
            output.Append(text, 0, sign).Append('\\').Append(text[sign]);
            return sign + 1;
        }

        if (text.StartsWith("---", StringComparison.Ordinal))
        {
            // Left to themselves, the others would become a dash.
            var hyphens = text.AsSpan().IndexOfAnyExcept('-') is >= 0 and var end ? end : text.Length;
            output.Insert(output.Length, "\\-", hyphens);
            return hyphens;
        }

        if (LineMark().IsMatch(text))
        {
            return Escape(text[0], output);
        }

        return 0;
    }

    [GeneratedRegex(
        @"\A[0-9]{1,9}[.)](\s|\z)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex ItemNumber();

    // Headings, items, rules, the source line, quotations, verse and tables, fences, definitions, underlines of headings.
    [GeneratedRegex(
        @"\A(#{1,6}(\s|\z)|[-+](\s|\z)|-[-:|]|>|\||:(\s|\z|:|-)|=+\s*\z|~~~|_)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LineMark();

    [GeneratedRegex(
        @"\A&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,40});",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entity();
}

/// <summary>Where words stand, where that makes marks of more characters.</summary>
[Flags]
internal enum TextPlace
{
    Anywhere = 0,
    Link = 1,
    Cell = 2,
}
