using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Rendering;

namespace Pamphlet.Editors;

/// <summary>Somebody with a place at the desk. No address, no telephone, no time: those columns of Identity are not mapped.</summary>
internal sealed class Editor : IdentityUser<EditorId>
{
    /// <summary>In letters.</summary>
    public const int LongestName = 60;

    public required PublicationId PublicationId { get; init; }

    public required Acts Acts { get; set; }

    /// <summary>The day on which they came: who came lately has no voice in what cannot be undone.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>What the desk speaks to them, or null: what the paper speaks.</summary>
    public Language? Language { get; set; }

    public string Name => UserName ?? "";
}

/// <summary>A secret of Identity's that belongs to an editor.</summary>
internal sealed class EditorToken : IdentityUserToken<EditorId>;

/// <summary>A passkey. Its day and its name are kept, and nothing that says which device holds it.</summary>
internal sealed class EditorPasskey : IdentityUserPasskey<EditorId>;
