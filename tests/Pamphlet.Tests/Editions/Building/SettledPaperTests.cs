using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Editions.Building;

/// <summary>Whatever editors settle of the paper reaches its readers, on old pages too: a setting that is read nowhere is a lie.</summary>
public sealed class SettledPaperTests
{
    private static readonly IReadOnlyList<string> NeverSettled =
    [
        nameof(Publication.Id),
        nameof(Publication.IsStarter),
        nameof(Publication.BuiltUpTo),
        // Whom a text links is told to them and shown by the text itself.
        nameof(Publication.SendsMentionsSince),
    ];

    private static readonly Dictionary<string, object> Others = new(StringComparer.Ordinal)
    {
        [nameof(Publication.Name)] = "Tờ khác",
        [nameof(Publication.Line)] = "Một dòng khác",
        [nameof(Publication.Language)] = Language.English,
        [nameof(Publication.Home)] = "https://moved.example/paper/",
        [nameof(Publication.FeedId)] = "urn:another",
        [nameof(Publication.Ground)] = "#ffffff",
        [nameof(Publication.Accent)] = "#1a5276",
        [nameof(Publication.PostsPerPage)] = Publication.MostPostsPerPage,
        [nameof(Publication.Hub)] = "https://hub.example/",
        [nameof(Publication.OwnStyle)] = "h1{letter-spacing:0}",
    };

    public static TheoryData<string> Settings =>
        [.. typeof(Publication).GetProperties().Select(property => property.Name).Except(NeverSettled)];

    [Theory, MemberData(nameof(Settings))]
    public async Task A_setting_that_changes_changes_every_page_that_shows_it(string setting)
    {
        await using var database = await TestDatabase.CreateAsync();
        var editor = new RandomEditor(database, seed: 5);
        await editor.FoundAsync();
        for (var work = 0; work < 20; work++)
        {
            await editor.WorkAsync();
        }

        await SaveAsync(database, async open => (await open.Set<Post>().FirstAsync(Now)).PickPlace = 1);
        using var followed = new TestShelf();
        using var press = new Press(database.Address, followed.Shelf);
        await press.PublishAsync(Now);
        var before = TestShelf.Read(followed.Shelf.Current);

        await SaveAsync(database, async open => Change(await open.Set<Publication>().SingleAsync(Now), setting));
        await press.PublishAsync(Now);

        using var anew = new TestShelf();
        using var other = new Press(database.Address, anew.Shelf);
        await other.PublishAsync(Now);
        Assert.NotEqual(before, TestShelf.Read(followed.Shelf.Current));
        Assert.Equal(TestShelf.Read(anew.Shelf.Current), TestShelf.Read(followed.Shelf.Current));
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static async Task SaveAsync(TestDatabase database, Func<Pamphlet.Storage.Database, Task> change)
    {
        await using var open = database.Open();
        await change(open);
        new PublicationStore(open).Note(new PublicationId(1), ChangeKind.Paper);
        await open.SaveChangesAsync(Now);
    }

    private static void Change(Publication paper, string setting)
    {
        var property = typeof(Publication).GetProperty(setting)!;
        property.SetValue(paper, Others.TryGetValue(setting, out var other) ? other : Next(property.GetValue(paper)!));
    }

    private static object Next(object value) =>
        value switch
        {
            bool is_ => !is_,
            int number => number + 1,
            Enum one => Enum.GetValues(one.GetType()).Cast<object>().First(another => !another.Equals(one)),
            _ => throw new NotSupportedException($"Name another value of a {value.GetType()} in {nameof(Others)}."),
        };
}
