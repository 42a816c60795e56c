using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Writing.NeverPublish;

/// <summary>
/// Lists whose passphrase somebody gave since the program started. The key stays in memory until the list is closed or the
/// program ends.
/// </summary>
internal sealed class OpenLists
{
    private const int Step = 64;

    private readonly ConcurrentDictionary<PublicationId, ListKey> keys = new();

    public bool IsOpen(PublicationId paper) => keys.ContainsKey(paper);

    /// <summary>Opens a paper's list, or begins one where there is none. False: another passphrase made it.</summary>
    public async Task<bool> OpenAsync(
        Database database,
        PublicationId paper,
        string passphrase,
        CancellationToken cancellationToken
    )
    {
        var list = await FindAsync(database, paper, cancellationToken);
        var salt = list?.Salt ?? RandomNumberGenerator.GetBytes(16);
        var key = ListKey.Of(passphrase, salt);
        if (list is null)
        {
            database.Add(
                new NeverPublishList
                {
                    PublicationId = paper,
                    Salt = salt,
                    Proof = key.Proof(),
                    Hashes = Packed([]),
                }
            );
            await database.SaveChangesAsync(cancellationToken);
        }
        else if (!CryptographicOperations.FixedTimeEquals(list.Proof, key.Proof()))
        {
            return false;
        }

        keys[paper] = key;
        return true;
    }

    public void Close(PublicationId paper)
    {
        if (keys.TryRemove(paper, out var key))
        {
            key.Forget();
        }
    }

    /// <summary>Adds words to an open list, or takes them off. Each line is an entry of at most six words.</summary>
    public async Task ChangeAsync(
        Database database,
        PublicationId paper,
        IEnumerable<string> entries,
        bool add,
        CancellationToken cancellationToken
    )
    {
        var key = keys[paper];
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var list =
            await database
                .Set<NeverPublishList>()
                .FirstOrDefaultAsync(one => one.PublicationId == paper, cancellationToken)
            ?? throw new InvalidOperationException("An open list has its row.");
        var known = Unpacked(list.Hashes);
        foreach (
            var hash in entries
                .Select(Fold)
                .Where(words => words.Length > 0)
                .Select(key.HashOf)
                .Select(Convert.ToHexStringLower)
        )
        {
            _ = add ? known.Add(hash) : known.Remove(hash);
        }

        list.Hashes = Packed(known);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>For the reading-over: whether folded words are on the list; null where it is closed or there is none.</summary>
    public async Task<Func<string, bool>?> QuestionAsync(
        Database database,
        PublicationId paper,
        CancellationToken cancellationToken
    )
    {
        if (
            !keys.TryGetValue(paper, out var key) || await FindAsync(database, paper, cancellationToken) is not { } list
        )
        {
            return null;
        }

        var known = Unpacked(list.Hashes);
        return words => known.Contains(Convert.ToHexStringLower(key.HashOf(words)));
    }

    public static string Fold(string entry) => string.Join(' ', SearchWords.Of(CleanText.Of(entry)));

    private static Task<NeverPublishList?> FindAsync(
        Database database,
        PublicationId paper,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<NeverPublishList>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.PublicationId == paper, cancellationToken);

    // What is chance and what an entry nobody can tell, nor we: a filling that is kept for ever looks like an entry for ever.
    private static HashSet<string> Unpacked(byte[] hashes) =>
        hashes.Chunk(ListKey.HashLength).Select(Convert.ToHexStringLower).ToHashSet(StringComparer.Ordinal);

    private static byte[] Packed(HashSet<string> hashes)
    {
        var missing = hashes.Count == 0 ? Step : (Step - (hashes.Count % Step)) % Step;
        var all = hashes
            .Concat(
                Enumerable
                    .Range(0, missing)
                    .Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ListKey.HashLength)))
            )
            .Order(StringComparer.Ordinal);
        return [.. all.SelectMany(Convert.FromHexString)];
    }
}
