using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Tree;

/// <summary>How a run looks and where it leads.</summary>
internal sealed record RunStyle
{
    public static RunStyle Plain { get; } = new();

    public bool IsStrong { get; init; }

    public bool IsEmphasis { get; init; }

    public bool IsStruck { get; init; }

    public bool IsCode { get; init; }

    /// <summary>The address it leads to, or null.</summary>
    public string? Link { get; init; }

    /// <summary>Its language where that is another than the text's, or null.</summary>
    public Language? Language { get; init; }

    /// <summary>Opening tags of what only HTML can say, outermost first: <c>&lt;u&gt;&lt;sup&gt;</c>.</summary>
    public string Tags { get; init; } = "";

    public RunStyle Within(string tag) =>
        Tags.Contains(tag, StringComparison.Ordinal) ? this : this with { Tags = Tags + tag };
}
