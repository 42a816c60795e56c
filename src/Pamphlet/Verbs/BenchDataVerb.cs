using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet bench-data</c>: makes papers for <c>bench/</c>, prints them and publishes to them. Not shown in the help.</summary>
internal static class BenchDataVerb
{
    public static Command Create() =>
        new("bench-data", "Make, print and publish papers for the measurements in bench/")
        {
            Hidden = true,
            Subcommands =
            {
                Make(),
                Print(),
                Shrink(),
                Publish(),
                Discuss(),
                Accept(),
                BenchMail.Create(),
                BenchBox.Create(),
            },
        };

    private static Command Make()
    {
        var posts = new Option<int>("--posts") { DefaultValueFactory = _ => 1000 };
        var hugo = new Option<DirectoryInfo?>("--hugo") { Description = "Write the same texts as Hugo's content here" };
        var place = new PlaceOptions();
        var verb = new Command("make") { posts, hugo };
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var paper = new BenchPaper(parsed.GetValue(posts));
                if (parsed.GetValue(hugo) is { } folder)
                {
                    paper.WriteHugo(folder.FullName);
                }

                await using var database = place.In(parsed).Database.Open();
                await MigrationTurn.TakeAsync(database, stop);
                await paper.WriteAsync(database, stop);
            }
        );
        return verb;
    }

    private static Command Print()
    {
        var place = new PlaceOptions();
        var verb = new Command("print", "Make the edition that is due, and say how long it took");
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var (shelf, press) = Open(place.In(parsed));
                using (press)
                {
                    var clock = Stopwatch.StartNew();
                    await press.PublishAsync(stop);
                    Say($"{shelf.Current!.Files().Count()} files in {clock.Elapsed.TotalMilliseconds:F0} ms");
                }
            }
        );
        return verb;
    }

    private static Command Shrink()
    {
        var place = new PlaceOptions();
        var verb = new Command("shrink", "Give the edition all its brotli forms at once");
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var (shelf, press) = Open(place.In(parsed));
                using (press)
                {
                    var shrink = new ShrinkEdition(shelf, TimeProvider.System) { Rests = false };
                    while (await shrink.NextAsync(stop) is { Count: > 0 } denser)
                    {
                        await press.ShrinkAsync(denser, stop);
                        Say($"{denser.Count} files are smaller");
                    }
                }
            }
        );
        return verb;
    }

    private static Command Publish()
    {
        var times = new Option<int>("--times") { DefaultValueFactory = _ => 20 };
        var place = new PlaceOptions();
        var verb = new Command("publish", "Publish posts one by one, and say how long each took") { times };
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var paper = place.In(parsed);
                var (shelf, press) = Open(paper);
                using (press)
                {
                    // The catalogue is in a running server's memory.
                    await press.PublishAsync(stop);
                    for (var i = 0; i < parsed.GetValue(times); i++)
                    {
                        await AddPostAsync(paper, stop);
                        var clock = Stopwatch.StartNew();
                        await press.PublishAsync(stop);
                        var whole = shelf.Current!.Overlay is null ? " whole" : "";
                        Say($"{clock.Elapsed.TotalMilliseconds:F1} ms{whole}");
                    }
                }
            }
        );
        return verb;
    }

    private static Command Discuss()
    {
        var comments = new Option<int>("--comments") { DefaultValueFactory = _ => 20_000 };
        var times = new Option<int>("--times") { DefaultValueFactory = _ => 15 };
        var place = new PlaceOptions();
        var verb = new Command("discuss", "Say so much under one text, read it and change it") { comments, times };
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var paper = place.In(parsed);
                var discussion = new BenchDiscussion(paper.Database);
                var count = parsed.GetValue(comments);
                await discussion.FillAsync(count, stop);
                foreach (var (whole, page, recursive) in await discussion.ReadAsync(parsed.GetValue(times), stop))
                {
                    Say($"read {whole:F2} {page:F2} {recursive:F2}");
                }

                var (_, press) = Open(paper);
                using (press)
                {
                    await press.PublishAsync(stop);
                    for (var i = 0; i < parsed.GetValue(times); i++)
                    {
                        Say($"change {await discussion.ChangeAsync(press, 4 * (count + i), stop):F2}");
                    }
                }
            }
        );
        return verb;
    }

    private static Command Accept()
    {
        var comments = new Option<int>("--comments") { DefaultValueFactory = _ => 1000 };
        var atOnce = new Option<int>("--at-once") { DefaultValueFactory = _ => 1 };
        var place = new PlaceOptions();
        var verb = new Command("accept", "Take comments as the form does, and say how many a second")
        {
            comments,
            atOnce,
        };
        place.AddTo(verb);
        verb.SetAction(
            async (parsed, stop) =>
            {
                var discussion = new BenchDiscussion(place.In(parsed).Database);
                // Once for what is made at the first.
                await discussion.AcceptAsync(20, 1, stop);
                Say($"{await discussion.AcceptAsync(parsed.GetValue(comments), parsed.GetValue(atOnce), stop):F1}");
            }
        );
        return verb;
    }

    private static (EditionShelf Shelf, Press Press) Open(PaperPlace place)
    {
        var shelf = EditionShelf.Open(Path.Combine(place.Folder, "shelf"));
#pragma warning disable CA2000 // It lives as long as the press, which is as long as this measurement.
        var paper = OpenPaper.Run(place, home: null, shelf);
#pragma warning restore CA2000
        return (shelf, new Press(place.Database, shelf) { Enclosed = paper.Enclosed });
    }

    private static async Task AddPostAsync(PaperPlace place, CancellationToken stop)
    {
        await using var database = place.Database.Open();
        var number = await database.Set<Posts.Post>().CountAsync(stop);
        var post = BenchPaper.Make(number);
        database.Add(post);
        new PublicationStore(database).Note(post.PublicationId, ChangeKind.Post, post.Id);
        await database.SaveChangesAsync(stop);
    }

    private static void Say(FormattableString text) => Terminal.Say(text.ToString(CultureInfo.InvariantCulture));
}
