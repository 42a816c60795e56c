using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pamphlet.Comments;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

/// <summary>After a comment was taken back, its words are in no byte of what a police could carry away.</summary>
public sealed class EraseCommentTests
{
    private const string Secret = "Khongaiduocthay";
    private const string Called = "Tenbimat";

    [Theory, EachDatabase]
    public async Task No_byte_of_the_data_holds_what_was_taken_back(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        var filler = string.Concat(Enumerable.Range(0, 180).Select(i => $"{Secret}{i} "));
        var first = await paper.WriteAsync(filler, more: ("name", Called));
        await using (var open = paper.Open())
        {
            await open.Set<Comment>()
                .ExecuteUpdateAsync(
                    set => set.SetProperty(comment => comment.State, CommentState.Live),
                    TestContext.Current.CancellationToken
                );
            var comment = await open.Set<Comment>().SingleAsync(TestContext.Current.CancellationToken);
            new PublicationStore(open).Note(comment.PublicationId, ChangeKind.Comments, comment.PostId, comment.Page);
            await open.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await paper.PublishAsync();
        Assert.NotEmpty(await WhereAsync(database, paper));

        var own = await paper.GetAsync("comment.html?code=");
        await paper.PressAsync(own, ("code", first.Code), ("takeBack", "1"));
        await paper.PublishAsync();

        Assert.Empty(await WhereAsync(database, paper));
    }

    private static async Task<IReadOnlyList<string>> WhereAsync(TestDatabase database, LivePaper paper)
    {
        var folders = new List<string> { paper.Shelf.Folder };
        if (database.Address.IsPostgres)
        {
            await using var connection = new NpgsqlConnection(database.Address.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var ask = new NpgsqlCommand("SHOW data_directory", connection);
            folders.Add((string)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
        }
        else
        {
            folders.Add(
                Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.Address.ConnectionString).DataSource)!
            );
        }

        return
        [
            .. folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Where(Holds),
        ];
    }

    private static bool Holds(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            return bytes.IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0
                || bytes.IndexOf(Encoding.UTF8.GetBytes(Called)) >= 0;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // The server removed it while we looked.
            return false;
        }
    }
}
