using Pamphlet.Posts;
using Pamphlet.Publications;

namespace Pamphlet.Writing.Texts;

/// <summary>
/// What only the desk knows of a text. It says nothing of who works on it: a row that tied an account to a draft would tie it to
/// the pen names under the draft.
/// </summary>
internal sealed class DeskText
{
    public required PublicationId PublicationId { get; init; }

    public required PostId PostId { get; init; }

    public Stage Stage { get; set; } = Stage.Written;

    /// <summary>The last part of its future address as the editors wish it; <c>""</c>: made of the title.</summary>
    public string Slug { get; set; } = "";

    /// <summary>The public text that this draft will replace, or null: it is a text of its own.</summary>
    public PostId? Corrects { get; init; }
}

internal enum Stage
{
    /// <summary>Being written.</summary>
    Written,

    /// <summary>Ready to be read by somebody else.</summary>
    Ready,

    Approved,
}
