using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Pamphlet.Rendering.Dialect;

/// <summary>Words in another language within a sentence: <c>[متن]{lang=fa}</c>.</summary>
internal sealed class LanguageSpan(Language language) : ContainerInline
{
    public Language Language { get; } = language;
}

internal sealed class LanguageSpanParser : InlineParser
{
    private const string Opening = "]{lang=";

    public LanguageSpanParser()
    {
        OpeningCharacters = [']'];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith(Opening, StringComparison.Ordinal))
        {
            return false;
        }

        var end = text.IndexOf('}');
        if (end < 0 || !Language.TryParse(text[Opening.Length..end].Trim('"').ToString(), out var language))
        {
            return false;
        }

        var opened = processor.Inline?.FirstParentOfType<LinkDelimiterInline>();
        if (opened is null || opened.IsImage)
        {
            return false;
        }

        var span = new LanguageSpan(language);
        opened.ReplaceBy(span);
        processor.Inline = span;
        processor.PostProcessInlines(0, span, null, isFinalProcessing: false);
        span.IsClosed = true;
        slice.Start += end + 1;
        return true;
    }
}
