using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.Markdown;

/// <summary>The subjects of a text: a list, or one string of words parted by commas or, as Jekyll has it, by spaces.</summary>
internal static class Subjects
{
    public static IEnumerable<string> Of(FrontMatter matter, string many, string one)
    {
        var words = matter.List(many);
        if (words is [var line] && !matter.IsList(many))
        {
            words = line.Contains(',', StringComparison.Ordinal)
                ? line.Split(',')
                : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        return words.Concat(matter.List(one)).Select(EntryWords.TitleOf).Where(word => word.Length > 0);
    }
}
