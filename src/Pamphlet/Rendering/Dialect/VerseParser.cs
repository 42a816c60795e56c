using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>Lines that begin with <c>|</c> and hold no other: a second one makes it a table's row.</summary>
internal sealed class VerseParser : BlockParser
{
    public const int DeepestIndent = 8;

    public VerseParser()
    {
        OpeningCharacters = ['|'];
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !IsVerse(processor.Line))
        {
            return BlockState.None;
        }

        var verse = new VerseBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        AddLine(processor, verse);
        processor.NewBlocks.Push(verse);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsCodeIndent || processor.CurrentChar != '|' || !IsVerse(processor.Line))
        {
            return BlockState.None;
        }

        AddLine(processor, (VerseBlock)block);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    private static bool IsVerse(StringSlice line)
    {
        var text = line.AsSpan();
        return text[0] == '|' && (text.Length == 1 || text[1] is ' ' or '\t') && !text[1..].Contains('|');
    }

    private void AddLine(BlockProcessor processor, VerseBlock verse)
    {
        var line = processor.Line;
        line.SkipChar();
        var spaces = 0;
        while (line.CurrentChar is ' ' or '\t')
        {
            spaces += line.CurrentChar == '\t' ? 4 : 1;
            line.SkipChar();
        }

        line.TrimEnd();
        var indent = Math.Min(spaces / 2, DeepestIndent);
        var verseLine = new VerseLine(this, indent, line.IsEmpty)
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(line.Start, line.End),
        };
        if (!line.IsEmpty)
        {
            verseLine.AppendLine(ref line, processor.Column, processor.LineIndex, line.Start, trackTrivia: false);
        }

        verse.Add(verseLine);
    }
}
