using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pamphlet.Storage;

/// <summary>
/// Finds public texts by their words, marks and case folded, so that «dau tranh» finds «đấu tranh». It keeps which words
/// stand where and not the text; a text that is taken away leaves nothing to read here.
/// </summary>
internal sealed class SearchIndex(Database database)
{
    private const string StoreInSqlite =
        "INSERT OR REPLACE INTO search_text (rowid, paper, title, body) VALUES (@post, @paper, @title, @body)";

    private const string StoreInPostgres = """
        INSERT INTO search_text (publication_id, post_id, document)
        VALUES (@paper, @post,
            setweight(to_tsvector('simple', @title), 'A') || setweight(to_tsvector('simple', left(@body, 500000)), 'D'))
        ON CONFLICT (publication_id, post_id) DO UPDATE SET document = excluded.document
        """;

    private bool IsSqlite => database.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>Stores a text, in place of what it said before.</summary>
    public Task StoreAsync(long paper, long post, string title, string body, CancellationToken cancellationToken) =>
        StoreAsync(paper, [WordsOfText.Of(post, title, body)], cancellationToken);

    /// <summary>Stores texts, each in place of what it said before, within the caller's transaction where there is one.</summary>
    public async Task StoreAsync(long paper, IEnumerable<WordsOfText> texts, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // One statement, prepared once: a large paper's index is ten thousand of them.
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
            if (IsSqlite)
            {
                command.CommandText = StoreInSqlite;
            }
            else
            {
                command.CommandText = StoreInPostgres;
            }

            var post = Parameter(command, "post", 0L);
            _ = IsSqlite ? Parameter(command, "paper", Paper(paper)) : Parameter(command, "paper", paper);
            var title = Parameter(command, "title", "");
            var body = Parameter(command, "body", "");
            await command.PrepareAsync(cancellationToken);
            foreach (var text in texts)
            {
                post.Value = text.Post;
                title.Value = Encoding.UTF8.GetString(text.Title);
                body.Value = Encoding.UTF8.GetString(text.Body);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    public Task RemoveAsync(long paper, long post, CancellationToken cancellationToken) =>
        IsSqlite
            ? database.Database.ExecuteSqlAsync($"DELETE FROM search_text WHERE rowid = {post}", cancellationToken)
            : database.Database.ExecuteSqlAsync(
                $"DELETE FROM search_text WHERE publication_id = {paper} AND post_id = {post}",
                cancellationToken
            );

    /// <summary>Forgets all texts of a paper, before they are stored anew.</summary>
    public Task ClearAsync(long paper, CancellationToken cancellationToken) =>
        IsSqlite
            ? database.Database.ExecuteSqlAsync(
                $"DELETE FROM search_text WHERE rowid IN (SELECT rowid FROM search_text WHERE search_text MATCH {$"paper : \"{Paper(paper)}\""})",
                cancellationToken
            )
            : database.Database.ExecuteSqlAsync(
                $"DELETE FROM search_text WHERE publication_id = {paper}",
                cancellationToken
            );

    /// <summary>How many posts a query finds.</summary>
    public async Task<int> CountAsync(long paper, SearchQuery query, CancellationToken cancellationToken) =>
        query.IsEmpty
            ? 0
            : (
                await (
                    IsSqlite
                        ? database.Database.SqlQuery<int>(
                            $"""SELECT count(*) AS "Value" FROM search_text WHERE search_text MATCH {query.ToFts5(Paper(paper))}"""
                        )
                        : database.Database.SqlQuery<int>(
                            $"""
                            SELECT count(*)::int AS "Value" FROM search_text
                            WHERE publication_id = {paper} AND document @@ to_tsquery('simple', {query.ToTsQuery()})
                            """
                        )
                ).ToListAsync(cancellationToken)
            )[0];

    /// <summary>The posts that a query finds, best first: words in a title weigh ten times those in the text.</summary>
    public Task<List<long>> FindAsync(
        long paper,
        SearchQuery query,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) =>
        query.IsEmpty
            ? Task.FromResult(new List<long>())
            : (
                IsSqlite
                    ? database.Database.SqlQuery<long>(
                        $"""
                        SELECT rowid AS "Value" FROM search_text WHERE search_text MATCH {query.ToFts5(Paper(paper))}
                        ORDER BY bm25(search_text, 0.0, 10.0, 1.0), rowid LIMIT {take} OFFSET {skip}
                        """
                    )
                    : database.Database.SqlQuery<long>(
                        $$"""
                        SELECT post_id AS "Value" FROM search_text, to_tsquery('simple', {{query.ToTsQuery()}}) asked
                        WHERE publication_id = {{paper}} AND document @@ asked
                        ORDER BY ts_rank('{0.1, 0.2, 0.4, 1.0}', document, asked, 1) DESC, post_id LIMIT {{take}} OFFSET {{skip}}
                        """
                    )
            ).ToListAsync(cancellationToken);

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static string Paper(long paper) => $"p{paper}";
}

/// <summary>A text as the index takes it: folded words with one space between two, in UTF-8, for thousands wait in memory.</summary>
internal readonly record struct WordsOfText(long Post, byte[] Title, byte[] Body)
{
    public static WordsOfText Of(long post, string title, string body) =>
        new(post, Encoding.UTF8.GetBytes(SearchWords.Line(title)), Encoding.UTF8.GetBytes(SearchWords.Line(body)));
}
