using Pamphlet.Founding;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary>Sees to it that there is a database with a paper in it.</summary>
internal static class PreparePaper
{
    /// <exception cref="OperatorMistake">The database cannot be opened.</exception>
    public static async Task RunAsync(PaperPlace place, CancellationToken cancellationToken)
    {
        if (await MigrateDatabase.RunAsync(place.Database, cancellationToken) is { } wrong)
        {
            throw new OperatorMistake(wrong, "");
        }

        await using var database = place.Database.Open();
        if (await new PublicationStore(database).FirstAsync(cancellationToken) is null)
        {
            await FoundStarterPaper.RunAsync(database, cancellationToken);
        }
    }
}
