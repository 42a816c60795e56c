using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>The link that opens a paper without editors, once. Only its hash is kept: a copied disk founds nothing.</summary>
internal sealed class FoundingLink
{
    public required PublicationId PublicationId { get; init; }

    public required byte[] TokenHash { get; set; }

    /// <summary>Draws a new link; the one before it opens nothing any more.</summary>
    /// <returns>Its token, or null: the paper has editors.</returns>
    public static async Task<string?> RenewAsync(
        Database database,
        PublicationId paper,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await database.Set<Editor>().AnyAsync(editor => editor.PublicationId == paper, cancellationToken))
        {
            return null;
        }

        var token = DeskCookie.NewToken();
        await database
            .Set<FoundingLink>()
            .Where(link => link.PublicationId == paper)
            .ExecuteDeleteAsync(cancellationToken);
        database.Add(new FoundingLink { PublicationId = paper, TokenHash = EditorSession.HashOf(token) });
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    public static Task<bool> OpensAsync(
        Database database,
        PublicationId paper,
        string token,
        CancellationToken cancellationToken
    )
    {
        var hash = EditorSession.HashOf(token);
        return database
            .Set<FoundingLink>()
            .AnyAsync(link => link.PublicationId == paper && link.TokenHash == hash, cancellationToken);
    }

    /// <summary>Uses the link up, within the caller's transaction: of two who come at once one finds it gone.</summary>
    public static async Task<bool> SpendAsync(
        Database database,
        PublicationId paper,
        string token,
        CancellationToken cancellationToken
    )
    {
        var hash = EditorSession.HashOf(token);
        return await database
                .Set<FoundingLink>()
                .Where(link => link.PublicationId == paper && link.TokenHash == hash)
                .ExecuteDeleteAsync(cancellationToken) == 1;
    }
}
