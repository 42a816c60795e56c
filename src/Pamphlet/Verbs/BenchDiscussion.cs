using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Defence;
using Pamphlet.Comments.Writing;
using Pamphlet.Editions;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary>A discussion of any size under the first text of a bench paper, and what it costs to read it, to change it and to add to it.</summary>
internal sealed class BenchDiscussion(DatabaseAddress address)
{
    private static readonly PublicationId Paper = new(1);
    private static readonly PostId Post = new(1);

    /// <summary>Every fourth begins a thread; the others answer it, or its answer: three deep, four a thread.</summary>
    public async Task FillAsync(int comments, CancellationToken stop)
    {
        await using var database = address.Open();
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        var thread = new List<Comment>();
        foreach (var some in Enumerable.Range(0, comments).Chunk(1000))
        {
            foreach (var number in some)
            {
                if (number % 4 == 0)
                {
                    thread.Clear();
                }

                thread.Add(Make(number, thread));
                database.Add(thread[^1]);
            }

            await database.SaveChangesAsync(stop);
            database.ChangeTracker.Clear();
        }

        new PublicationStore(database).Note(Paper, ChangeKind.Paper);
        await database.SaveChangesAsync(stop);
    }

    /// <summary>The whole discussion in thread order, its last page, and for comparison a recursive query that orders the same rows.</summary>
    /// <returns>Milliseconds: whole, page, recursive; of one round each, interleaved.</returns>
    public async Task<List<(double Whole, double Page, double Recursive)>> ReadAsync(int rounds, CancellationToken stop)
    {
        await using var database = address.Open();
        var store = new CommentStore(database, Paper);
        var last = (await store.PublicCountsAsync([Post], stop))[Post].Pages;
        var times = new List<(double, double, double)>();

        // Without it SQLite looks through all comments for each in the recursive query: no fair rival.
        await database.Database.ExecuteSqlRawAsync("ANALYZE", stop);
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var all = (await store.AllPublicAsync(stop))[Post].Count();
            var whole = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            _ = await store.PublicPagesAsync(Post, [last], stop);
            var page = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            var recursive = await RecursiveAsync(database, stop);
            times.Add((whole, page, clock.Elapsed.TotalMilliseconds));
            if (all != recursive)
            {
                throw new InvalidOperationException($"{all} comments by path, {recursive} by a recursive query.");
            }
        }

        return times;
    }

    /// <summary>As an editor's press does: one more comment is public, and the page that shows it is in the edition.</summary>
    public async Task<double> ChangeAsync(Press press, int number, CancellationToken stop)
    {
        await using (var database = address.Open())
        {
            var comment = Make(number, []);
            comment.Page = await new DiscussionPages(database, Paper).ForAsync(comment, stop);
            database.Add(comment);
            await database.SaveChangesAsync(stop);
            await new DiscussionPages(database, Paper).NoteAsync(comment, stop);
            await database.SaveChangesAsync(stop);
        }

        var clock = Stopwatch.StartNew();
        await press.PublishAsync(stop);
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>Comments that are taken as the form takes them, each in a transaction that is on the disk before its answer.</summary>
    /// <returns>How many a second.</returns>
    public async Task<double> AcceptAsync(int comments, int atOnce, CancellationToken stop)
    {
        CommentTarget target;
        await using (var database = address.Open())
        {
            await database.Set<DiscussionSettings>().ExecuteDeleteAsync(stop);
            database.Add(
                new DiscussionSettings
                {
                    PublicationId = Paper,
                    MostWaiting = 1_000_000,
                    PerHour = 1_000_000,
                    PerTextInTenMinutes = 1_000_000,
                }
            );
            await database.SaveChangesAsync(stop);
            target =
                await CommentTarget.FindAsync(
                    database,
                    Paper,
                    BenchPaper.Path(0),
                    "",
                    TimeProvider.System.GetUtcNow(),
                    stop
                ) ?? throw new InvalidOperationException("The paper has no text.");
        }

        var accept = new AcceptComment(
            address,
            Paper,
            new RecentLikenesses(TimeProvider.System),
            new Brakes(TimeProvider.System),
            TimeProvider.System
        );
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, comments),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop },
            async (number, cancel) =>
            {
                var sent = UntrustedComment.Of("", Words(number));
                _ =
                    await accept.RunAsync(
                        sent,
                        target,
                        "",
                        fellIntoTrap: false,
                        new byte[CommentCode.SecretSize],
                        cancel
                    ) ?? throw new InvalidOperationException("The queue is full.");
            }
        );
        return comments / clock.Elapsed.TotalSeconds;
    }

    private static string Words(int number) => $"{number}: {BenchPaper.Markdown(number)[..560]}";

    private static Comment Make(int number, List<Comment> above)
    {
        // 0 ← 1 ← 2, and 3 answers 0 as well.
        var parent = above.Count == 0 ? null : above[above.Count == 3 ? 0 : above.Count - 1];
        var place =
            parent is null ? (number / 4) + 1
            : above.Count == 3 ? 2
            : 1;
        return new Comment
        {
            PublicationId = Paper,
            Id = RowIds.New<CommentId>(),
            PublicId = CommentCode.NewPublicId(),
            PostId = Post,
            ParentId = parent?.Id,
            Depth = parent is null ? 0 : parent.Depth + 1,
            ThreadPath = parent?.ThreadPath + place.ToString("D6", CultureInfo.InvariantCulture),
            State = CommentState.Live,
            Markdown = Words(number),
            Day = new DateOnly(2026, 11, 1),
            Page = (number / DiscussionPages.Most) + 1,
        };
    }

    private static async Task<int> RecursiveAsync(Database database, CancellationToken stop)
    {
        const string Query = """
            WITH RECURSIVE thread("Id", way) AS (
                SELECT "Id", "ThreadPath" FROM comment
                WHERE "PublicationId" = 1 AND "PostId" = 1 AND "ParentId" IS NULL AND "State" <> 'Pending'
                UNION ALL
                SELECT comment."Id", thread.way || substr(comment."ThreadPath", length(comment."ThreadPath") - 5)
                FROM comment JOIN thread ON comment."PublicationId" = 1 AND comment."ParentId" = thread."Id"
                WHERE comment."State" <> 'Pending'
            )
            SELECT comment.* FROM thread JOIN comment ON comment."PublicationId" = 1 AND comment."Id" = thread."Id" ORDER BY way
            """;
        var rows = await database.Set<Comment>().FromSqlRaw(Query).AsNoTracking().ToListAsync(stop);
        return rows.Count;
    }
}
