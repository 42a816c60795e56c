using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Texts;

/// <summary>Keeps what is typed before anybody saves it, and gives it up again.</summary>
internal static class KeepUnsaved
{
    /// <summary>A sitting: 128 random bits as 32 digits.</summary>
    public static bool IsSitting(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    public static string NewSitting() =>
        Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    public static async Task PutAsync(
        Database database,
        PublicationId paper,
        PostId id,
        string sitting,
        DraftWords words,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var changed = await database
            .Set<UnsavedText>()
            .Where(text => text.PublicationId == paper && text.PostId == id && text.Sitting == sitting)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(text => text.Title, words.Title)
                        .SetProperty(text => text.Subtitle, words.Subtitle)
                        .SetProperty(text => text.Summary, words.Summary)
                        .SetProperty(text => text.Markdown, words.Markdown)
                        .SetProperty(text => text.KeptOn, day),
                cancellationToken
            );
        if (changed == 0)
        {
            database.Add(
                new UnsavedText
                {
                    PublicationId = paper,
                    PostId = id,
                    Sitting = sitting,
                    Title = words.Title,
                    Subtitle = words.Subtitle,
                    Summary = words.Summary,
                    Markdown = words.Markdown,
                    KeptOn = day,
                }
            );
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public static Task<int> DropAsync(
        Database database,
        PublicationId paper,
        PostId id,
        string sitting,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<UnsavedText>()
            .Where(text => text.PublicationId == paper && text.PostId == id && text.Sitting == sitting)
            .ExecuteDeleteAsync(cancellationToken);
}
