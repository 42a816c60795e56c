using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Trust;

/// <summary>Gives out trust codes and takes them.</summary>
internal sealed class TrustCodes(Database database, PublicationId publication)
{
    /// <summary>How many published comments earn one.</summary>
    public const int CommentsToEarn = 3;

    public const int DaysGood = 90;

    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>Makes a code; it is good once the caller saves.</summary>
    /// <returns>The code itself, which nobody can show again.</returns>
    public string Give(TrustLevel level, DateOnly today)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        database.Add(
            new TrustCode
            {
                PublicationId = publication,
                Hash = Hash(code),
                Level = level,
                GoodUntil = today.AddDays(DaysGood),
            }
        );
        return string.Join('-', code.Chunk(5).Select(letters => new string(letters)));
    }

    /// <summary>Takes a code out of use. In the caller's transaction: two who use one at the same moment do not both.</summary>
    /// <returns>Its level, or null: no such code, or too old.</returns>
    public async Task<TrustLevel?> TakeAsync(string typed, DateOnly today, CancellationToken cancellationToken)
    {
        var hash = Hash(Plain(typed));
        var found = await database
            .Set<TrustCode>()
            .AsNoTracking()
            .Where(code => code.PublicationId == publication && code.Hash == hash)
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null || found.GoodUntil < today)
        {
            return null;
        }

        var taken = await database
            .Set<TrustCode>()
            .Where(code => code.PublicationId == publication && code.Hash == hash)
            .ExecuteDeleteAsync(cancellationToken);
        return taken == 1 ? found.Level : null;
    }

    /// <summary>Whether a code would be taken.</summary>
    public Task<bool> IsGoodAsync(string typed, DateOnly today, CancellationToken cancellationToken)
    {
        var hash = Hash(Plain(typed));
        return database
            .Set<TrustCode>()
            .AnyAsync(
                code => code.PublicationId == publication && code.Hash == hash && code.GoodUntil >= today,
                cancellationToken
            );
    }

    public Task ForgetOldAsync(DateOnly today, CancellationToken cancellationToken) =>
        database
            .Set<TrustCode>()
            .Where(code => code.PublicationId == publication && code.GoodUntil < today)
            .ExecuteDeleteAsync(cancellationToken);

    private static string Plain(string typed) =>
        new([
            .. typed
                .Take(200)
                .Select(char.ToLowerInvariant)
                .Select(letter =>
                    letter switch
                    {
                        'o' => '0',
                        'i' or 'l' => '1',
                        _ => letter,
                    }
                )
                .Where(letter => Letters.Contains(letter, StringComparison.Ordinal)),
        ]);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"trust {code}"));
}
