using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Anchors: links, pictures that open larger ones, the cut, and the two ends of notes.</summary>
internal static class LinkReader
{
    public static void Read(IElement anchor, RunStyle style, FlowReader reader, Conversion conversion, Lines lines)
    {
        if (anchor.GetAttribute("name") is { } name && name.Equals("more", StringComparison.OrdinalIgnoreCase))
        {
            reader.AddCut();
        }

        if (conversion.Notes.Marks.TryGetValue(anchor, out var label))
        {
            // Raised already: a note's mark brings its own height.
            lines.Add(
                new Run(
                    RunKind.NoteMark,
                    label,
                    style with
                    {
                        Tags = style.Tags.Replace("<sup>", "", StringComparison.Ordinal),
                        Link = null,
                    }
                )
            );
            return;
        }

        if (conversion.Notes.Starts.TryGetValue(anchor, out label))
        {
            if (!conversion.Notes.Bodies.Values.Contains(label, StringComparer.Ordinal))
            {
                lines.Add(new Run(RunKind.NoteStart, label, RunStyle.Plain));
            }

            return;
        }

        var href = anchor.GetAttribute("href");
        style = ElementStyle.Read(anchor, style);
        if (href is not null && IsOnlyPictures(anchor) && PictureReader.IsOwnEnlargement(href))
        {
            foreach (var image in anchor.QuerySelectorAll("img"))
            {
                foreach (var run in conversion.Pictures.Read(image, href, style))
                {
                    InlineElements.AddPicture(ElementStyle.Value(anchor, "float") is null ? image : anchor, run, lines);
                }
            }

            return;
        }

        var isFile = href is not null && AddressReader.NamesFile(href);
        if (isFile && AddressReader.NamesFile(anchor.TextContent))
        {
            // The words are the path itself, and with it somebody's name.
            conversion.Dropped.Add("address file");
            return;
        }

        var address = href is null ? null : conversion.Addresses.Read(href);
        reader.ReadChildren(anchor, address is null ? style : style with { Link = address });
    }

    private static bool IsOnlyPictures(IElement anchor) =>
        Blank.Is(anchor.TextContent) && anchor.QuerySelector("img") is not null;
}
