using Pamphlet.Founding;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary>Sees to it that there is a database with a paper in it.</summary>
internal static class PreparePaper
{
    /// <param name="home">Where the world finds it, or null: that stays as it is.</param>
    /// <exception cref="OperatorMistake">The database cannot be opened.</exception>
    public static async Task RunAsync(PaperPlace place, Uri? home, CancellationToken cancellationToken)
    {
        if (await MigrateDatabase.RunAsync(place.Database, cancellationToken) is { } wrong)
        {
            throw new OperatorMistake(wrong, "");
        }

        await using var database = place.Database.Open();
        var publications = new PublicationStore(database);
        var paper =
            await publications.FirstAsync(cancellationToken)
            ?? await FoundStarterPaper.RunAsync(database, cancellationToken);
        if (home is not null && !string.Equals(paper.Home, home.AbsoluteUri, StringComparison.Ordinal))
        {
            paper.Home = home.AbsoluteUri;
            publications.Note(paper.Id, ChangeKind.Paper);
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
