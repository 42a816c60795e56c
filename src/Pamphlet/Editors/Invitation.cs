using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>A link that gives a place at the desk, or a new passphrase to who has one; once. Only its hash is kept.</summary>
internal sealed class Invitation
{
    /// <summary>In days.</summary>
    public const int Life = 7;

    public required PublicationId PublicationId { get; init; }

    public required byte[] TokenHash { get; init; }

    /// <summary>What the new editor may do; never more than who invited them.</summary>
    public required Acts Acts { get; init; }

    /// <summary>Who gets a new way in, or null: somebody new.</summary>
    public EditorId? EditorId { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <returns>Its token: whoever holds it comes in. It is kept nowhere.</returns>
    public static string Add(Database database, PublicationId paper, Acts acts, EditorId? editor, DateOnly today)
    {
        var token = DeskCookie.NewToken();
        database.Add(
            new Invitation
            {
                PublicationId = paper,
                TokenHash = EditorSession.HashOf(token),
                Acts = acts,
                EditorId = editor,
                EndsOn = today.AddDays(Life),
            }
        );
        return token;
    }

    public static Task<Invitation?> FindAsync(
        Database database,
        PublicationId paper,
        string token,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var hash = EditorSession.HashOf(token);
        return database
            .Set<Invitation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                one => one.PublicationId == paper && one.TokenHash == hash && one.EndsOn >= today,
                cancellationToken
            );
    }

    /// <summary>Uses it up, within the caller's transaction: of two who come at once one finds it gone.</summary>
    public async Task<bool> SpendAsync(Database database, CancellationToken cancellationToken) =>
        await database
            .Set<Invitation>()
            .Where(one => one.PublicationId == PublicationId && one.TokenHash == TokenHash)
            .ExecuteDeleteAsync(cancellationToken) == 1;
}
