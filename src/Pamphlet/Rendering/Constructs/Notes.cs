using System.Buffers;
using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Tree;
using Pamphlet.Rendering.Typography;

namespace Pamphlet.Rendering.Constructs;

/// <summary>The notes of one text: numbers in the text, and at its end the notes with their ways back.</summary>
internal sealed class Notes(TextWords words)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(".,;:!?…。，、；：！？،؛؟");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"”’»“");

    private readonly Dictionary<Footnote, int> references = [];

    /// <summary>
    /// Adds the number of a note. Where the author set it before a full stop or comma, it goes after, as printers do.
    /// </summary>
    /// <returns>The last inline that was taken along: further notes, for «¹²» stay together.</returns>
    public Inline AddReferences(FootnoteLink first, HtmlElement into, Typesetter typesetter, bool isQuoted)
    {
        if (first.IsBackLink)
        {
            return first;
        }

        Inline last = first;
        List<FootnoteLink> links = [first];
        while (last.NextSibling is FootnoteLink { IsBackLink: false } next)
        {
            links.Add(next);
            last = next;
        }

        if (last.NextSibling is LiteralInline literal)
        {
            var slice = literal.Content;
            var stops = Stops(slice.AsSpan());
            if (stops > 0)
            {
                var text = slice.Text.AsMemory(slice.Start, stops);
                var hasMore = stops < slice.Length || literal.NextSibling is not null;
                into.Add(new HtmlText(isQuoted ? text : typesetter.Set(text, hasMore)));
                literal.Content.Start += stops;
            }
        }

        foreach (var link in links)
        {
            into.Add(BuildReference(link.Footnote));
        }

        return last;
    }

    /// <summary>The notes' own section, at the end of <paramref name="body"/>.</summary>
    public void AddSection(MarkdownDocument document, HtmlElement body, TreeBuilder tree)
    {
        var notes = All(document);
        if (notes.Count == 0)
        {
            return;
        }

        // A note may refer to another: all of them are written before their ways back are counted.
        var items = notes.ConvertAll(note => BuildItem(note, tree));
        var list = new HtmlElement("ol");
        for (var i = 0; i < notes.Count; i++)
        {
            AddWaysBack(notes[i], items[i]);
            list.Add(items[i]);
        }

        body.Add(
            new HtmlElement("section")
                .With("class", "notes")
                .With("role", "doc-endnotes")
                .With("aria-labelledby", "notes")
                .Add(new HtmlElement("h2").With("id", "notes").Add(words.Notes))
                .Add(list)
        );
    }

    private static List<Footnote> All(MarkdownDocument document)
    {
        var notes = new List<Footnote>();
        foreach (var block in document)
        {
            if (block is FootnoteGroup group)
            {
                notes.AddRange(group.OfType<Footnote>());
            }
        }

        // A note that no sentence refers to: the editors wrote it, so it is not lost in silence.
        foreach (var unused in Unused(document))
        {
            unused.Order = notes.Count + 1;
            notes.Add(unused);
        }

        return notes;
    }

    private static IEnumerable<Footnote> Unused(MarkdownDocument document) =>
        document
            .OfType<LinkReferenceDefinitionGroup>()
            .SelectMany(group => group.Links.Values)
            .OfType<FootnoteLinkReferenceDefinition>()
            .Select(definition => definition.Footnote)
            .Where(note => note.Order < 0)
            .OrderBy(note => note.Line);

    private HtmlElement BuildReference(Footnote note)
    {
        var number = Number(note.Order);
        var count = references[note] = references.GetValueOrDefault(note) + 1;
        var anchor = new HtmlElement("a")
            .With("id", ReferenceId(note, count))
            .With("href", "#note-" + number)
            .With("role", "doc-noteref")
            .Add(IsByEditors(note) ? number + "*" : number);
        return new HtmlElement("sup").With("class", "noteref").Add(anchor);
    }

    private HtmlElement BuildItem(Footnote note, TreeBuilder tree)
    {
        var item = new HtmlElement("li").With("id", "note-" + Number(note.Order));
        if (IsByEditors(note))
        {
            item.With("class", "by-editors");
        }

        tree.AddBlocks(note, item);
        if (IsByEditors(note))
        {
            var label = new HtmlElement("b").Add(words.ByEditors + ":");
            if (item.Children is [HtmlElement { Name: "p" } first, ..])
            {
                first.AddFirst(new HtmlText(" ".AsMemory())).AddFirst(label);
            }
            else
            {
                item.AddFirst(new HtmlElement("p").Add(label));
            }
        }

        return item;
    }

    private void AddWaysBack(Footnote note, HtmlElement item)
    {
        var count = references.GetValueOrDefault(note);
        if (count == 0)
        {
            return;
        }

        var target = LastParagraph(item);
        for (var i = 1; i <= count; i++)
        {
            if (target.Children.Count > 0)
            {
                target.Add(" ");
            }

            target.Add(
                new HtmlElement("a")
                    .With("href", "#" + ReferenceId(note, i))
                    .With("role", "doc-backlink")
                    .With(
                        "aria-label",
                        words.Back + " (" + Number(note.Order) + (count > 1 ? "." + Number(i) : "") + ")"
                    )
                    .Add("↩\uFE0E")
            );
        }
    }

    /// <summary>Where the ways back stand: at the end of its last paragraph, or after a verse or list in one of their own.</summary>
    private static HtmlElement LastParagraph(HtmlElement item)
    {
        if (item.Children is [.., HtmlElement { Name: "p" } last])
        {
            return last;
        }

        var added = new HtmlElement("p");
        item.Add(added);
        return added;
    }

    private static string ReferenceId(Footnote note, int count) =>
        "noteref-" + Number(note.Order) + (count == 1 ? "" : "-" + Number(count));

    /// <summary>The label is <c>ed</c>, or goes on with digits or a hyphen: «edition» is an author's word.</summary>
    private static bool IsByEditors(Footnote note) =>
        note.Label is { Length: >= 3 } label
        && label.StartsWith("^ed", StringComparison.OrdinalIgnoreCase)
        && (label.Length == 3 || label[3] == '-' || char.IsAsciiDigit(label[3]));

    private static int Stops(ReadOnlySpan<char> text)
    {
        var stops = text.IndexOfAnyExcept(Marks);
        stops = stops < 0 ? text.Length : stops;
        if (stops == 0)
        {
            return 0;
        }

        var marks = text[stops..].IndexOfAnyExcept(Closers);
        return marks < 0 ? text.Length : stops + marks;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
