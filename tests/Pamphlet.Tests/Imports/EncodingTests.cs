using System.Text;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class EncodingTests
{
    private const string Words = "Đấu tranh — déjà vu, متن";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE", "utf-32"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task A_feed_is_read_in_whatever_encoding_it_really_is(string name)
    {
        await using var database = await TestDatabase.CreateAsync();
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            _ => Encoding.GetEncoding(name),
        };
        var bytes = encoding
            .GetPreamble()
            .Concat(encoding.GetBytes(new TestFeed().Post("1", title: Words).Xml()))
            .ToArray();

        await TestFeed.WithFileAsync(bytes, path => database.ImportAsync(path));

        Assert.Equal(Words, (await database.PostAsync("1")).Title);
    }

    [Fact]
    public async Task Bytes_of_windows_are_mended_one_by_one_and_the_entry_is_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var xml = new TestFeed().Post("1", title: "Đấu tranh <BYTES>", html: "Fine").Post("2", title: "Fine").Xml();
        var parts = xml.Split("&lt;BYTES&gt;");
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes(parts[0]),
            0x93,
            0xe9,
            0x20,
            0x94,
            0x80,
            .. Encoding.UTF8.GetBytes(parts[1]),
        ];

        var report = await TestFeed.WithFileAsync(bytes, path => database.ImportAsync(path));

        Assert.Equal("Đấu tranh “é ”€", (await database.PostAsync("1")).Title);
        var note = Assert.Single(report.Notes, note => note.Contains("mended", StringComparison.Ordinal));
        Assert.Contains("Post 1 «Đấu tranh “é ”€»: 4 characters", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_names_another_encoding_truly_is_read_in_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        var bytes = encoding.GetBytes(new TestFeed().Post("1", title: "Листовка").Xml("windows-1251"));

        await TestFeed.WithFileAsync(bytes, path => database.ImportAsync(path));

        Assert.Equal("Листовка", (await database.PostAsync("1")).Title);
    }

    [Fact]
    public async Task Characters_that_no_text_can_hold_are_left_out_and_the_entry_is_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var xml = new TestFeed()
            .Post("1", title: "A\u0001B\u001fC")
            .Xml()
            .Replace("Words", "Wo\u0000rds &#x8; \uffff end", StringComparison.Ordinal);

        var report = await TestFeed.WithFileAsync(Encoding.UTF8.GetBytes(xml), path => database.ImportAsync(path));

        var post = await database.PostAsync("1");
        Assert.Equal("ABC", post.Title);
        Assert.DoesNotContain(post.Markdown, character => char.IsControl(character) && character != '\n');
        Assert.StartsWith("Words", post.Markdown, StringComparison.Ordinal);
        Assert.Contains(
            report.Notes,
            note =>
                note.StartsWith("Post 1", StringComparison.Ordinal)
                && note.Contains("left out", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Everything_is_composed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var label = "<category scheme='tag:blogger.com,1999:blog-7' term='Đo\u031b\u0300i'/>";

        await database.ImportAsync(
            new TestFeed().Post("1", title: "Đa\u0302\u0301u", html: "tie\u0302\u0301ng", more: label)
        );

        var post = await database.PostAsync("1");
        Assert.Equal(("Đấu", "tiếng"), (post.Title, post.Markdown));
        Assert.Equal("Đời", Assert.Single(await database.AllAsync<Tag>()).Name);
    }

    [Theory]
    [InlineData("Đây là một bài viết tiếng Việt về cuộc đấu tranh của người lao động.", "vi")]
    [InlineData("این یک متن فارسی است که درباره‌ی کارگران گفته شده و چاپ می‌شود", "fa")]
    [InlineData("هذا نص عربي عن العمال والصحافة في المدينة", "ar")]
    [InlineData("זהו טקסט עברי על עובדים ועיתונות", "he")]
    [InlineData("This is an English text about workers and papers.", "en")]
    [InlineData("Ceci est un texte français à propos d'élèves.", "en")]
    public async Task A_text_in_letters_that_the_blogs_language_has_not_says_its_own(string html, string language)
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed().Post("1", html: html, title: "").Post("2");

        await database.ImportAsync(feed);

        Assert.Equal(language, (await database.PostAsync("1")).Language.Tag);
    }

    [Fact]
    public async Task An_operators_language_wins()
    {
        await using var database = await TestDatabase.CreateAsync();

        await new TestFeed()
            .Post("1")
            .WithFileAsync(path =>
                database.RunAsync(new ImportRequest(path) { Language = Pamphlet.Rendering.Language.Vietnamese })
            );

        Assert.Equal("vi", (await database.PostAsync("1")).Language.Tag);
        Assert.Equal("vi", Assert.Single(await database.AllAsync<Pamphlet.Publications.Publication>()).Language.Tag);
    }
}
