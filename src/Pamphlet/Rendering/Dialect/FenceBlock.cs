using Markdig.Parsers;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>A block between <c>::: name</c> and <c>:::</c>.</summary>
internal sealed class FenceBlock(BlockParser parser, FenceKind kind, string argument, int colons)
    : ContainerBlock(parser)
{
    public FenceKind Kind { get; } = kind;

    /// <summary>What stood after the name.</summary>
    public string Argument { get; } = argument;

    public int Colons { get; } = colons;

    /// <summary>Whether its closing line was read.</summary>
    public bool IsEnded { get; set; }
}

internal enum FenceKind
{
    Epigraph,
    Figure,
    Interview,
    Language,
}
