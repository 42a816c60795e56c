using Markdig.Parsers;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>A poem or a part of one: its children are lines.</summary>
internal sealed class VerseBlock(BlockParser parser) : ContainerBlock(parser);

/// <summary>A line of verse; one without words parts stanzas.</summary>
internal sealed class VerseLine : LeafBlock
{
    public VerseLine(BlockParser parser, int indent, bool isEmpty)
        : base(parser)
    {
        Indent = indent;
        IsEmpty = isEmpty;
        ProcessInlines = !isEmpty;
        IsOpen = false;
    }

    /// <summary>In steps of two spaces.</summary>
    public int Indent { get; }

    public bool IsEmpty { get; }
}
