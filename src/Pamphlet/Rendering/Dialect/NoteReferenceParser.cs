using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>A number in the text: <c>[^1]</c>. It comes before links are read, for two notes side by side look like one link.</summary>
internal sealed class NoteReferenceParser : InlineParser
{
    public NoteReferenceParser()
    {
        OpeningCharacters = ['['];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '^')
        {
            return false;
        }

        var text = slice.AsSpan();
        var end = text.IndexOf(']');
        if (
            end < 3
            || !processor.Document.TryGetLinkReferenceDefinition(text[1..end].ToString(), out var definition)
            || definition is not FootnoteLinkReferenceDefinition { CreateLinkInline: { } create }
        )
        {
            return false;
        }

        processor.Inline = create(processor, definition, null);
        processor.Inline.IsClosed = true;
        slice.Start += end + 1;
        return true;
    }
}
