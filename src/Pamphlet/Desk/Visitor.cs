using Pamphlet.Rendering;

namespace Pamphlet.Desk;

/// <summary>An editor who has signed in.</summary>
/// <param name="Name">What the collective calls them; never shown to a reader.</param>
/// <param name="Acts">What they may do at this moment: asked anew with every request.</param>
/// <param name="Language">What they want the desk to speak, or null: what the paper speaks.</param>
internal sealed record Visitor(EditorId Id, string Name, Acts Acts, Language? Language)
{
    /// <summary>What the collective asks of them before anything else; null: nothing.</summary>
    public string? FirstTo { get; init; }
}

/// <summary>Finds who holds a session's token; null: nobody, or no longer.</summary>
internal delegate Task<Visitor?> RecogniseVisitor(
    Publications.PublicationId paper,
    string token,
    CancellationToken cancel
);
