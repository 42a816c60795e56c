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

    /// <summary>More than anybody looks through; a paper of more texts with one word in all of them answers with these.</summary>
    private const int Most = 200_000;

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

            await SettleAsync(cancellationToken);
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

    /// <summary>The posts that a query finds, in no order that means anything: databases weigh words differently, and both must answer alike.</summary>
    /// <param name="inTitle">Only those that have all the words in their titles.</param>
    public Task<List<long>> FindAsync(
        long paper,
        SearchQuery query,
        CancellationToken cancellationToken,
        bool inTitle = false
    ) =>
        query.IsEmpty
            ? Task.FromResult(new List<long>())
            : (
                IsSqlite
                    ? database.Database.SqlQuery<long>(
                        $"""
                        SELECT rowid AS "Value" FROM search_text WHERE search_text MATCH {query.ToFts5(
                            Paper(paper),
                            inTitle
                        )}
                        ORDER BY rowid LIMIT {Most}
                        """
                    )
                    : database.Database.SqlQuery<long>(
                        $"""
                        SELECT post_id AS "Value" FROM search_text
                        WHERE publication_id = {paper} AND document @@ to_tsquery('simple', {query.ToTsQuery(inTitle)})
                        ORDER BY post_id LIMIT {Most}
                        """
                    )
            ).ToListAsync(cancellationToken);

    // PostgreSQL puts new texts on a list that every question reads through until somebody tidies it into the index: after a whole
    // paper that is 40 ms a question, for as long as its housekeeping takes to come by.
    private Task SettleAsync(CancellationToken cancellationToken) =>
        IsSqlite
            ? Task.CompletedTask
            : database.Database.ExecuteSqlAsync(
                $"SELECT gin_clean_pending_list('ix_search_text_document')",
                cancellationToken
            );

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
