namespace Pamphlet.Reading;

/// <summary>A line of the open log, in the paper's words.</summary>
/// <param name="Because">The reason, or <c>""</c>.</param>
/// <param name="Note">What an editor wrote to readers about it, or <c>""</c>.</param>
internal sealed record LogLine(DateOnly Day, string Act, string Because, string Note);
