using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
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
        await paper.PublishAllAsync();
        // Words that a page holds compressed are read as easily as others, and found by none who looks for letters.
        byte[][] traces = [Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Called), .. await EndsAsync(paper)];
        var before = await FindAsync(database, paper, traces);
        Assert.Equal(Enumerable.Range(0, traces.Length), before.Select(found => found.Trace).Distinct().Order());

        var own = await paper.GetAsync("comment.html?code=");
        await paper.PressAsync(own, ("code", first.Code), ("takeBack", "1"));
        await paper.PublishAsync();

        Assert.Empty(await FindAsync(database, paper, traces));
    }

    // The last bytes of what readers get compressed: they hang on every word before them.
    private static async Task<IReadOnlyList<byte[]>> EndsAsync(LivePaper paper)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = paper.Address };
        var ends = new List<byte[]>();
        foreach (var page in (string[])[LivePaper.Post, "comments.html", "comments.atom"])
        {
            foreach (var coding in (string[])["br", "gzip"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, page);
                request.Headers.AcceptEncoding.ParseAdd(coding);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
                var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                ends.Add(bytes[^40..]);
            }
        }

        return ends;
    }

    private static async Task<IReadOnlyList<(string File, int Trace)>> FindAsync(
        TestDatabase database,
        LivePaper paper,
        byte[][] traces
    )
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
                .SelectMany(file => Held(file, traces).Select(trace => (file, trace))),
        ];
    }

    private static IReadOnlyList<int> Held(string file, byte[][] traces)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return [.. Enumerable.Range(0, traces.Length).Where(trace => bytes.AsSpan().IndexOf(traces[trace]) >= 0)];
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // The server removed it while we looked.
            return [];
        }
    }
}
