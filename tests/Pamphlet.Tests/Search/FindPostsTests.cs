using Pamphlet.Editions;
using Pamphlet.Reading;
using Pamphlet.Search;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.Imports;

namespace Pamphlet.Tests.Search;

/// <summary>What a reader expects of the search, the same on both databases.</summary>
public sealed class FindPostsTests
{
    private static readonly (string Typed, string Expected)[] Table =
    [
        ("dau tranh", "1 2"),
        ("Đấu tranh", "1 2"),
        ("ĐẤU TRANH", "1 2"),
        ("đấu", "1 2"),
        ("\"tranh bên sông\"", "2"),
        ("\"tranh dau\"", ""),
        ("«đấu tranh»", "1 2"),
        ("ben song", "2"),
        ("nguoi tho", "1"),
        ("thợ", "1"),
        ("strike", "3 4 8"),
        ("STRIKE", "3 4 8"),
        ("strik", "3 4 8"),
        ("strike ", "3 4 8"),
        ("strik ", ""),
        ("the strike", "3 4 8"),
        ("\"the strike\"", "3 4"),
        ("strike bread", "4"),
        ("bread strike", "4"),
        ("harbour", "7 3"),
        ("night harbour", "7"),
        ("nobody", "7 3"),
        ("128", "7"),
        ("128/2023", "7"),
        ("cafe", "6"),
        ("Café", "6"),
        ("facade naive", "6"),
        ("strasse", "6"),
        ("STRASSE", "6"),
        ("straße", "6"),
        ("uber", "6"),
        ("église", "6"),
        ("معلم", "5"),
        ("گفتوگو", "5"),
        ("گفت\u200cوگو", "5"),
        ("حرية", "9"),
        ("الحرية", "9"),
        ("自由", "11"),
        ("出版的自由", "11"),
        ("自由的", ""),
        ("ကဗျာ", "10"),
        ("title: OR NEAR( *", ""),
        ("' & | ! :* \\ (", ""),
        ("", ""),
        ("mimeograph stencil bell", "8"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Forty_questions_get_the_answers_that_a_reader_expects(TestDatabase database)
    {
        await using var paper = await PaperAsync(database);
        var wrong = new List<string>();

        foreach (var (typed, expected) in Table)
        {
            var found = await paper.NumbersAsync(new SearchWish(typed, "", "", "", ""));
            wrong.AddRange(
                expected.Equals(found, StringComparison.Ordinal) ? [] : [$"{typed}: expected {expected}, found {found}"]
            );
        }

        Assert.True(Table.Length >= 40);
        Assert.Empty(wrong);
    }

    [Theory, EachDatabase]
    public async Task Results_are_narrowed_by_name_subject_year_and_language(TestDatabase database)
    {
        await using var paper = await PaperAsync(database);

        Assert.Equal("3 4", await paper.NumbersAsync(new SearchWish("strike", "", "work", "", "")));
        Assert.Equal("4", await paper.NumbersAsync(new SearchWish("strike", "", "", "2021", "")));
        Assert.Equal("5", await paper.NumbersAsync(new SearchWish("", "", "", "", "fa")));
        Assert.Equal("4", await paper.NumbersAsync(new SearchWish("", "", "food", "", "")));
        Assert.Equal("3 4 8", await paper.NumbersAsync(new SearchWish("strike", "mai", "", "", "en")));
        Assert.Equal("", await paper.NumbersAsync(new SearchWish("strike", "nobody", "", "", "")));
        var answer = await paper.AskAsync(new SearchWish("strike", "", "", "", ""));
        var tags = Assert.Single(answer.Narrowings, kind => kind.By == NarrowedBy.Tag);
        Assert.Contains(
            tags.Choices,
            choice => choice is { Name: "Work", Count: 2, Address: "search?q=strike&tag=work" }
        );
    }

    [Theory, EachDatabase]
    public async Task A_slip_of_the_finger_is_forgiven(TestDatabase database)
    {
        await using var paper = await PaperAsync(database);

        Assert.Equal("strike", (await paper.AskAsync(new SearchWish("stirke", "", "", "", ""))).Meant?.Words);
        Assert.Equal(
            "night harbour",
            (await paper.AskAsync(new SearchWish("nihgt harbuor", "", "", "", ""))).Meant?.Words
        );
        Assert.Equal("printing", (await paper.AskAsync(new SearchWish("printng", "", "", "", ""))).Meant?.Words);
        Assert.Null((await paper.AskAsync(new SearchWish("xyzzyquux", "", "", "", ""))).Meant);
        Assert.Null((await paper.AskAsync(new SearchWish("strike", "", "", "", ""))).Meant);
    }

    private static TestWxr Texts =>
        new TestWxr()
            .Item("1", title: "Đấu tranh", html: "Một bài về người thợ.", date: "2019-05-16 10:00:00")
            .Item("2", title: "Bên sông", html: "Cuộc đấu tranh bên sông kéo dài.", date: "2020-05-16 10:00:00")
            .Item(
                "3",
                title: "The strike",
                html: "It began on a Monday near the harbour: nobody wrote about it.",
                date: "2018-05-16 10:00:00",
                more: Tag("Work")
            )
            .Item(
                "4",
                title: "Bread and water",
                html: "The strike had ended. Bread was dear, and water dearer.",
                date: "2021-05-16 10:00:00",
                more: Tag("Work") + Tag("Food")
            )
            .Item(
                "5",
                title: "گفت\u200cوگو با یک معلم",
                html: "معلم گفت که مدرسه بسته است و پنجره باز.",
                date: "2022-05-16 10:00:00"
            )
            .Item(
                "6",
                title: "Naïve façade",
                html: "A café in the rue de l’Église, über die Straße.",
                date: "2017-05-16 10:00:00"
            )
            .Item(
                "7",
                title: "Night at the harbour",
                html: "Nobody slept. The harbour was closed by order 128/2023.",
                date: "2023-05-16 10:00:00"
            )
            .Item(
                "8",
                title: "Printing by hand",
                html: "A mimeograph, a stencil, and a strike of the bell.",
                date: "2016-05-16 10:00:00"
            )
            .Item("9", title: "حرية الصحافة", html: "كتب الصحفي عن الحرية في المدينة", date: "2015-05-16 10:00:00")
            .Item("10", title: "ကဗျာ", html: "မြန်မာ ကဗျာ", date: "2014-05-16 10:00:00")
            .Item("11", title: "出版的自由", html: "我们写作", date: "2013-05-16 10:00:00")
            .Item("12", title: "Not yet", html: "strike harbour dau tranh", status: "draft");

    private static async Task<SearchedPaper> PaperAsync(TestDatabase database)
    {
        await database.ImportAsync(Texts);
        var shelf = new TestShelf();
        var press = new Press(database.Address, shelf.Shelf);
        await press.PublishAsync(Stop);
        var numbers = (await database.PostsAsync()).ToDictionary(
            post => post.Id,
            post => post.SourceId![(post.SourceId!.LastIndexOf('/') + 1)..]
        );
        return new SearchedPaper(
            async wish => await FindPosts.FindAsync(wish, 1, await press.CatalogueAsync(Stop), database.Address, Stop),
            answer => string.Join(' ', answer.Found.Select(found => numbers[found.Card.Id])),
            () =>
            {
                press.Dispose();
                shelf.Dispose();
            }
        );
    }

    private static string Tag(string name) =>
        $"<category domain=\"post_tag\" nicename=\"{name.ToLowerInvariant()}\"><![CDATA[{name}]]></category>";

    private sealed class SearchedPaper(
        Func<SearchWish, Task<SearchAnswer>> ask,
        Func<SearchAnswer, string> numbers,
        Action end
    ) : IAsyncDisposable
    {
        public Task<SearchAnswer> AskAsync(SearchWish wish) => ask(wish);

        public async Task<string> NumbersAsync(SearchWish wish) => numbers(await ask(wish));

        public ValueTask DisposeAsync()
        {
            end();
            return ValueTask.CompletedTask;
        }
    }
}
