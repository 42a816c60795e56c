using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>
/// Opens the fences that the dialect knows. A name it does not know stays in the text for the editor to see, and a closing fence
/// closes the innermost one.
/// </summary>
internal sealed class FenceParser : BlockParser
{
    private const int FewestColons = 3;
    private const int DeepestFence = 8;

    public FenceParser()
    {
        OpeningCharacters = [':'];
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        var line = processor.Line;
        var colons = SkipColons(ref line);
        if (
            colons < FewestColons
            || IsDeep(processor)
            || !TryReadName(line.AsSpan().Trim(), out var kind, out var argument)
        )
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(
            new FenceBlock(this, kind, argument, colons)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, line.End),
            }
        );
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var fence = (FenceBlock)block;
        var line = processor.Line;
        var isClosing = !processor.IsCodeIndent && SkipColons(ref line) >= fence.Colons && line.AsSpan().IsWhiteSpace();
        if (isClosing && !HoldsOpenFence(processor))
        {
            fence.IsEnded = true;
            block.UpdateSpanEnd(line.End);
            return BlockState.BreakDiscard;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    /// <summary>Each line asks every open fence: thousands of them in one another would take the parser's time squared.</summary>
    private static bool IsDeep(BlockProcessor processor)
    {
        var depth = 0;
        for (Block? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            depth += block is FenceBlock ? 1 : 0;
        }

        return depth >= DeepestFence;
    }

    private static int SkipColons(ref StringSlice line)
    {
        var colons = 0;
        while (line.CurrentChar == ':')
        {
            colons++;
            line.SkipChar();
        }

        return colons;
    }

    /// <summary>Whether the line belongs to a fence, or to code, that stands in this one.</summary>
    private static bool HoldsOpenFence(BlockProcessor processor)
    {
        var inner = processor.NextContinue;
        if (inner is FencedCodeBlock)
        {
            return true;
        }

        // A list item goes on only where the line is indented.
        while (inner is ListBlock or ListItemBlock && processor.Indent > 1)
        {
            inner = ((ContainerBlock)inner).LastChild;
        }

        return inner is FenceBlock { IsEnded: false };
    }

    public static bool TryReadName(ReadOnlySpan<char> info, out FenceKind kind, out string argument)
    {
        var space = info.IndexOfAny(' ', '\t');
        var name = space < 0 ? info : info[..space];
        argument = space < 0 ? "" : info[space..].Trim().ToString();
        kind = name switch
        {
            "epigraph" => FenceKind.Epigraph,
            "figure" => FenceKind.Figure,
            "interview" => FenceKind.Interview,
            _ => FenceKind.Language,
        };
        return kind != FenceKind.Language || (name is "lang" && Language.TryParse(argument, out _));
    }
}
