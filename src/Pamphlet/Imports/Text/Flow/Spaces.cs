using System.Text;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>White space as a browser shows it: runs of it are one space, and none stands at a line's edge.</summary>
internal static class Spaces
{
    private const char NoBreak = '\u00A0';

    /// <summary>Collapsed, and neighbours of one look made one run.</summary>
    public static IReadOnlyList<Run> Collapse(IEnumerable<Run> runs)
    {
        var kept = new List<Run>();
        var isAfterSpace = true;
        foreach (var run in runs)
        {
            if (run.Kind is not RunKind.Text)
            {
                if (run.Kind is RunKind.Break)
                {
                    TrimEnd(kept);
                }

                if (run.Kind is not RunKind.Break || kept.Count > 0)
                {
                    kept.Add(run);
                }

                isAfterSpace = run.Kind is RunKind.Break;
                continue;
            }

            var text = Collapse(run.Text, ref isAfterSpace);
            if (text.Length == 0)
            {
                continue;
            }

            if (kept.Count > 0 && kept[^1].Kind is RunKind.Text && kept[^1].Style == run.Style)
            {
                kept[^1] = kept[^1] with { Text = kept[^1].Text + text };
            }
            else
            {
                kept.Add(run with { Text = text });
            }
        }

        TrimEnd(kept);
        while (kept.Count > 0 && kept[^1].Kind is RunKind.Break)
        {
            kept.RemoveAt(kept.Count - 1);
            TrimEnd(kept);
        }

        return kept;
    }

    // A lone no-break space was meant (before a French colon, between number and unit); several, or one beside a space, were layout.
    private static string Collapse(string text, ref bool isAfterSpace)
    {
        var collapsed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (!char.IsWhiteSpace(character))
            {
                collapsed.Append(character);
                isAfterSpace = false;
                continue;
            }

            var isLone = character == NoBreak && (i + 1 >= text.Length || !char.IsWhiteSpace(text[i + 1]));
            while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
            {
                i++;
            }

            if (!isAfterSpace)
            {
                collapsed.Append(isLone ? NoBreak : ' ');
            }

            isAfterSpace = true;
        }

        return collapsed.ToString();
    }

    private static void TrimEnd(List<Run> runs)
    {
        while (runs.Count > 0 && runs[^1].Kind is RunKind.Text)
        {
            var trimmed = runs[^1].Text.TrimEnd();
            if (trimmed.Length > 0)
            {
                runs[^1] = runs[^1] with { Text = trimmed };
                return;
            }

            runs.RemoveAt(runs.Count - 1);
        }
    }
}
