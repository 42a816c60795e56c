using System.Text;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Spaces of unusual width, and blanks at the end of lines: both can carry a mark.</summary>
internal static class OddSpaces
{
    public static IEnumerable<Sighting> In(ReadLine line)
    {
        var found = new List<Sighting>();
        var text = line.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > ' ' && char.IsWhiteSpace(text[i]) && !IsUsual(text, i))
            {
                // One finding for each kind of space in a text: a pasted page may hold hundreds.
                found.Add(new Sighting(FindingKind.OddSpace, i, 1, Visible.Name(new Rune(text[i]))));
            }
        }

        var end = text.TrimEnd(' ', '\t').Length;
        var trailing = text.AsSpan(end);
        // Two spaces break a line in Markdown.
        if (end > 0 && (trailing.Length > 2 || trailing.Contains('\t')))
        {
            found.Add(new Sighting(FindingKind.OddSpace, end, text.Length - end, "⟨␣⟩"));
        }

        return found;
    }

    private static bool IsUsual(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            // French sets it before high signs, everybody between a number and its unit; an indented first line holds several.
            '\u00A0' or '\u202F' => after is ';' or ':' or '!' or '?' or '»' or '%' or '€' or '–' or '—'
                || before is '«' or '–' or '—' or '§' or '№' or '.'
                || char.IsDigit(before)
                || char.IsDigit(after),
            '\u3000' => before >= '\u2E80' || after >= '\u2E80',
            '\u2009' or '\u200A' => before is '–' or '—'
                || after is '–' or '—'
                || char.IsDigit(before)
                || char.IsDigit(after),
            _ => false,
        };
    }
}
