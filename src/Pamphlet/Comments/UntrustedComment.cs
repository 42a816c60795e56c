using Pamphlet.Rendering;

namespace Pamphlet.Comments;

/// <summary>What somebody sent, cleaned and not yet looked at.</summary>
/// <param name="Name">What they call themselves, or null.</param>
/// <param name="Typed">The text as it was typed, for showing it again.</param>
/// <param name="Markdown">The same as it would be kept.</param>
internal sealed record UntrustedComment(string? Name, string Typed, string Markdown)
{
    /// <summary>In characters; beyond it a name is no name.</summary>
    public const int LongestName = 60;

    public const int ShortestText = 2;

    public static UntrustedComment Of(string name, string text)
    {
        var called = string.Join(
            ' ',
            ReadersText.Of(name).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );
        var typed = CleanText.Of(text);
        return new UntrustedComment(called.Length == 0 ? null : called, typed, ReadersText.Of(typed).Trim());
    }
}
