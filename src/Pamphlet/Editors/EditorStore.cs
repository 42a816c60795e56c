using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>Identity's own store over our tables.</summary>
internal sealed class EditorStore(Database database, IdentityErrorDescriber errors)
    : UserOnlyStore<
        Editor,
        Database,
        EditorId,
        IdentityUserClaim<EditorId>,
        IdentityUserLogin<EditorId>,
        EditorToken,
        EditorPasskey
    >(database, errors)
{
    public override string? ConvertIdToString(EditorId id) => id.ToString();

    public override EditorId ConvertIdFromString(string? id) =>
        long.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new EditorId(value)
            : default;

    public Task<List<Editor>> AllAsync(PublicationId paper, CancellationToken cancellationToken) =>
        Users
            .Where(editor => editor.PublicationId == paper)
            .OrderBy(editor => editor.NormalizedUserName)
            .ToListAsync(cancellationToken);
}
