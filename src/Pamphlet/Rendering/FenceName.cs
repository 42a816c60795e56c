using Pamphlet.Rendering.Dialect;

namespace Pamphlet.Rendering;

/// <summary>What stands after the colons of a fence.</summary>
internal static class FenceName
{
    /// <summary>Whether the dialect knows it; otherwise the line stays in the text.</summary>
    public static bool IsKnown(string info) => FenceParser.TryReadName(info.AsSpan().Trim(), out _, out _);
}
