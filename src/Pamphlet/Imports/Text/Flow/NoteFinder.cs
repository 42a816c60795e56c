using System.Globalization;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>The notes of a text: which anchor leads to one, and which begins one.</summary>
/// <param name="Marks">From the anchor within the text to the note's label.</param>
/// <param name="Starts">From the anchor beside the note's own words to its label.</param>
/// <param name="Bodies">Elements (an item, a division) that hold one whole note, to its label.</param>
internal sealed record FoundNotes(
    IReadOnlyDictionary<IElement, string> Marks,
    IReadOnlyDictionary<IElement, string> Starts,
    IReadOnlyDictionary<IElement, string> Bodies
);

/// <summary>
/// Finds notes by their two links: the mark leads to the note and the note leads back. Where one of the two is missing or
/// there is a third, nothing is a note and all stays as it was.
/// </summary>
internal static class NoteFinder
{
    // How far above an anchor its name may stand: <sup id=…><a>, <li id=…><p><span><a>.
    private const int NameDistance = 4;
    private const int MostAnchors = 5000;

    public static FoundNotes Find(IElement body)
    {
        var anchors = body.QuerySelectorAll("a[href*='#']")
            .Take(MostAnchors)
            .Select((element, place) => new Anchor(element, place, TargetOf(element), NamesOf(element)))
            .Where(anchor => anchor.Target.Length > 0 && anchor.Names.Count > 0)
            .ToList();
        var byName = anchors
            .SelectMany(anchor => anchor.Names.Select(name => (name, anchor)))
            .ToLookup(pair => pair.name, pair => pair.anchor, StringComparer.Ordinal);
        var pairs = anchors
            .SelectMany(mark =>
                byName[mark.Target]
                    .Distinct()
                    .Where(note =>
                        note.Place > mark.Place && note.Names.Contains(mark.Target) && mark.Names.Contains(note.Target)
                    )
                    .Select(note => (mark, note))
            )
            .Distinct()
            .ToList();
        var marks = pairs.ToLookup(pair => pair.mark);
        var notes = pairs.ToLookup(pair => pair.note);
        return Number(
            pairs.Where(pair =>
                marks[pair.mark].Count() == 1 && notes[pair.note].Count() == 1 && !marks[pair.note].Any()
            )
        );
    }

    private static FoundNotes Number(IEnumerable<(Anchor Mark, Anchor Note)> pairs)
    {
        var marks = new Dictionary<IElement, string>();
        var starts = new Dictionary<IElement, string>();
        var bodies = new Dictionary<IElement, string>();
        var candidates = pairs
            .Select(pair => (pair.Mark, pair.Note, Body: BodyOf(pair.Note)))
            .Where(pair => pair.Body is not null || BeginsItsLine(pair.Note.Element))
            .ToList();
        var shared = candidates
            .Where(pair => pair.Body is not null)
            .GroupBy(pair => pair.Body!)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        foreach (var (mark, note, body) in candidates)
        {
            var isWhole = body is not null && !shared.Contains(body) && !body.Contains(mark.Element);
            if (!isWhole && !BeginsItsLine(note.Element))
            {
                continue;
            }

            var label = (marks.Count + 1).ToString(CultureInfo.InvariantCulture);
            marks[mark.Element] = label;
            starts[note.Element] = label;
            if (isWhole)
            {
                bodies[body!] = label;
            }
        }

        return new FoundNotes(marks, starts, bodies);
    }

    /// <summary>The item or division that carries the note's name, if it holds the whole note.</summary>
    private static IElement? BodyOf(Anchor note)
    {
        for (
            var element = note.Element.ParentElement;
            element is not null && element.LocalName is not "body";
            element = element.ParentElement
        )
        {
            if (element.LocalName is "li" || (element.LocalName is "div" or "aside" && element.Id is { Length: > 0 }))
            {
                return element;
            }
        }

        return null;
    }

    /// <summary>Whether only white space stands before it since the last line end.</summary>
    private static bool BeginsItsLine(IElement anchor)
    {
        for (INode node = anchor; node.Parent is IElement parent; node = parent)
        {
            for (var before = node.PreviousSibling; before is not null; before = before.PreviousSibling)
            {
                if (
                    before is IElement
                    {
                        LocalName: "br" or "p" or "div" or "hr" or "ul" or "ol" or "blockquote" or "table"
                    }
                )
                {
                    return true;
                }

                if (before is IText or IElement && !Blank.Is(before.TextContent))
                {
                    return false;
                }
            }

            if (parent.LocalName is "p" or "div" or "li" or "td" or "body" or "section" or "dd")
            {
                return true;
            }
        }

        return true;
    }

    private static string TargetOf(IElement anchor)
    {
        var address = anchor.GetAttribute("href") ?? "";
        return Uri.UnescapeDataString(address[(address.LastIndexOf('#') + 1)..]);
    }

    private static HashSet<string> NamesOf(IElement anchor)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var element = anchor;
        for (var up = 0; element is not null && up <= NameDistance; up++)
        {
            Add(element.Id);
            Add(element.GetAttribute("name"));
            element =
                element.LocalName is "li" or "div" or "body" or "td" or "p" && up > 0 && element.LocalName is not "p"
                    ? null
                    : element.ParentElement;
        }

        // An empty <a name> directly before the anchor names it as well.
        if (anchor.PreviousElementSibling is { LocalName: "a" } before && Blank.Is(before.TextContent))
        {
            Add(before.Id);
            Add(before.GetAttribute("name"));
        }

        return names;

        void Add(string? name)
        {
            if (!string.IsNullOrEmpty(name))
            {
                names.Add(name);
            }
        }
    }

    private sealed record Anchor(IElement Element, int Place, string Target, HashSet<string> Names);
}
