using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>One thing that a run's style says.</summary>
internal enum Look
{
    None,
    Link,
    Language,
    Tag,
    Strong,
    Slanted,
    Struck,

    /// <summary>Last: within code nothing else can be said.</summary>
    Code,
}

internal static class Looks
{
    private static readonly Look[] Order = [Look.Link, Look.Language, Look.Tag, Look.Strong, Look.Slanted, Look.Struck];

    /// <summary>Of the looks of the run at <paramref name="start"/>, the one that lasts longest, and where it ends.</summary>
    public static (Look Look, int End) Longest(IReadOnlyList<Run> runs, int start, int limit)
    {
        var (longest, longestEnd) = (Look.None, start + 1);
        foreach (var look in Order)
        {
            var value = ValueOf(look, runs[start].Style);
            if (value is null)
            {
                continue;
            }

            var end = start + 1;
            while (end < limit && Equals(ValueOf(look, runs[end].Style), value))
            {
                end++;
            }

            if (longest is Look.None || end > longestEnd)
            {
                (longest, longestEnd) = (look, end);
            }
        }

        return longest is Look.None && runs[start].Style.IsCode ? (Look.Code, start + 1) : (longest, longestEnd);
    }

    public static RunStyle Without(Look look, RunStyle style) =>
        look switch
        {
            Look.Link => style with { Link = null },
            Look.Language => style with { Language = null },
            Look.Tag => style with { Tags = style.Tags[OutermostTag(style).Length..] },
            Look.Strong => style with { IsStrong = false },
            Look.Slanted => style with { IsEmphasis = false },
            Look.Struck => style with { IsStruck = false },
            _ => style with { IsCode = false },
        };

    public static string OutermostTag(RunStyle style) =>
        style.Tags[..(style.Tags.IndexOf('>', StringComparison.Ordinal) + 1)];

    public static string NameOf(string tag) => tag[1..tag.AsSpan().IndexOfAny(' ', '>')];

    /// <summary>The mark that will stand before a run, or null: its own first letter.</summary>
    public static char? FirstMark(RunStyle style) =>
        style.Link is not null || style.Language is not null ? '['
        : style.Tags.Length > 0 ? '<'
        : style.IsStrong || style.IsEmphasis ? '*'
        : style.IsStruck ? '~'
        : style.IsCode ? '`'
        : null;

    private static object? ValueOf(Look look, RunStyle style) =>
        look switch
        {
            Look.Link => style.Link,
            Look.Language => style.Language,
            Look.Tag => style.Tags.Length > 0 ? OutermostTag(style) : null,
            Look.Strong => style.IsStrong ? true : null,
            Look.Slanted => style.IsEmphasis ? true : null,
            _ => style.IsStruck ? true : null,
        };
}
