using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Comments;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>Runs imports into a test's database and reads what came of them.</summary>
internal static class Importing
{
    public static readonly DateTimeOffset Today = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ImportOutcome> RunAsync(this TestDatabase database, ImportRequest request)
    {
        await using var open = database.Open();
        return await ImportPaper.RunAsync(request, open, new FakeTimeProvider(Today), progress: null, Stop);
    }

    public static async Task<ImportReport> ImportAsync(this TestDatabase database, string path, string? blog = null)
    {
        var outcome = await database.RunAsync(new ImportRequest(path) { Blog = blog });
        Assert.False(outcome is ImportOutcome.Refused, $"{outcome}");
        return Assert.IsType<ImportOutcome.Imported>(outcome).Report;
    }

    public static Task<ImportReport> ImportAsync(this TestDatabase database, TestFeed feed) =>
        feed.WithFileAsync(path => database.ImportAsync(path));

    public static async Task<ImportOutcome.Refused> RefusedAsync(this TestDatabase database, string path) =>
        Assert.IsType<ImportOutcome.Refused>(await database.RunAsync(new ImportRequest(path)));

    public static async Task<List<Post>> PostsAsync(this TestDatabase database)
    {
        await using var open = database.Open();
        return await open.Set<Post>()
            .AsNoTracking()
            .Include(post => post.Bylines)
            .Include(post => post.Tags)
            .OrderBy(post => post.SourceId)
            .ToListAsync(Stop);
    }

    public static async Task<Post> PostAsync(this TestDatabase database, string number) =>
        Assert.Single(
            await database.PostsAsync(),
            post => post.SourceId!.EndsWith("/" + number, StringComparison.Ordinal)
        );

    public static async Task<List<T>> AllAsync<T>(this TestDatabase database)
        where T : class
    {
        await using var open = database.Open();
        return await open.Set<T>().AsNoTracking().ToListAsync(Stop);
    }

    public static async Task<List<Comment>> ThreadAsync(this TestDatabase database)
    {
        var comments = await database.AllAsync<Comment>();
        return [.. comments.OrderBy(comment => comment.ThreadPath, StringComparer.Ordinal)];
    }

    /// <summary>By the pen name's own words, in order.</summary>
    public static async Task<IReadOnlyList<string>> BylinesAsync(this TestDatabase database, string number)
    {
        var names = (await database.AllAsync<PenName>()).ToDictionary(name => name.Id, name => name.Name);
        return [.. (await database.PostAsync(number)).Bylines.Select(byline => names[byline.PenNameId])];
    }
}
