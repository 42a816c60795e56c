using Pamphlet.Founding;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary>Sees to it that there is a database with a paper in it.</summary>
internal static class PreparePaper
{
    /// <summary>The paper as it is, for whoever only looks; null: there is none, and none is founded.</summary>
    /// <exception cref="OperatorMistake">The database cannot be opened.</exception>
    public static async Task<Database?> LookAsync(PaperPlace place, CancellationToken cancellationToken)
    {
        if (!place.HasFiles)
        {
            return null;
        }

        if (await MigrateDatabase.RunAsync(place.Database, cancellationToken) is { } wrong)
        {
            throw new OperatorMistake(wrong, "");
        }

        return place.Database.Open();
    }

    /// <param name="home">Where the world finds it, or null: that stays as it is.</param>
    /// <returns>The paper that is there now.</returns>
    /// <exception cref="OperatorMistake">The database cannot be opened.</exception>
    public static async Task<Publication> RunAsync(PaperPlace place, Uri? home, CancellationToken cancellationToken)
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

        return paper;
    }
}
