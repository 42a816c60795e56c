using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>Finds the next place in a discussion. In a transaction that has the discussion to itself.</summary>
internal sealed class ThreadPlaces(Database database, PublicationId publication)
{
    /// <summary>Deeper answers stand beside what they answer: told, and no further in.</summary>
    public const int Deepest = 18;

    private const int Digits = 6;

    /// <summary>Until the transaction ends nobody else places a comment under this text: two would get one place.</summary>
    public Task HoldAsync(PostId post, CancellationToken cancellationToken) =>
        // SQLite's transaction has the whole database to itself already.
        database is SqliteDatabase
            ? Task.CompletedTask
            : database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({post.Value})", cancellationToken);

    /// <param name="parent">The path and depth of what is answered; null: the text itself.</param>
    public async Task<string> NextAsync(PostId post, string? parent, CancellationToken cancellationToken)
    {
        // The last of all below it, by the index, tells the last direct answer: its beginning.
        var from = parent ?? "";
        var until = from + "~";
#pragma warning disable CA1309 // The database compares; paths are digits, and every collation orders them alike.
        var last = await database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment =>
                comment.PublicationId == publication
                && comment.PostId == post
                && string.Compare(comment.ThreadPath, from) > 0
                && string.Compare(comment.ThreadPath, until) < 0
            )
            .OrderByDescending(comment => comment.ThreadPath)
            .Select(comment => comment.ThreadPath)
            .FirstOrDefaultAsync(cancellationToken);
#pragma warning restore CA1309
        var number = last is null ? 1 : int.Parse(last.AsSpan(from.Length, Digits), CultureInfo.InvariantCulture) + 1;
        return from + number.ToString("D6", CultureInfo.InvariantCulture);
    }
}
