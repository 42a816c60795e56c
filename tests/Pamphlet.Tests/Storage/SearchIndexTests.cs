using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Storage;

public sealed class SearchIndexTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase("dau tranh", new long[] { 1, 2 })]
    [EachDatabase("Đấu tranh", new long[] { 1, 2 })]
    [EachDatabase("Đa\u0302\u0301u", new long[] { 1, 2 })]
    [EachDatabase("\"tranh dau\"", new long[0])]
    [EachDatabase("\"tranh ben song\"", new long[] { 2 })]
    [EachDatabase("tra", new long[] { 1, 2 })]
    [EachDatabase("tra ", new long[0])]
    [EachDatabase("strike", new long[] { 3 })]
    [EachDatabase("گفت", new long[] { 4 })]
    [EachDatabase("title: OR NEAR( *", new long[] { 3 })]
    [EachDatabase("' & | ! :* \\ (", new long[0])]
    [EachDatabase("", new long[0])]
    public async Task A_word_is_found_however_it_is_marked(TestDatabase database, string typed, long[] expected)
    {
        await using var open = database.Open();
        var index = new SearchIndex(open);
        await index.StoreAsync(1, 1, "Đấu tranh", "Một bài về người thợ.", Now);
        await index.StoreAsync(1, 2, "Bên sông", "Cuộc đấu tranh bên sông kéo dài.", Now);
        await index.StoreAsync(1, 3, "The strike", "It began on a Monday: title or near it.", Now);
        await index.StoreAsync(1, 4, "گفت\u200cوگو", "متن فارسی", Now);
        await index.StoreAsync(2, 5, "Another paper's đấu tranh", "strike", Now);

        var found = await index.FindAsync(1, SearchQuery.Parse(typed), Now);

        Assert.Equal(expected, found);
    }

    [Theory, EachDatabase]
    public async Task A_text_that_changed_or_went_is_not_found_by_its_old_words(TestDatabase database)
    {
        await using var open = database.Open();
        var index = new SearchIndex(open);
        await index.StoreAsync(1, 1, "First", "kestrel", Now);
        await index.StoreAsync(1, 2, "Second", "kestrel", Now);

        await index.StoreAsync(1, 1, "First", "sparrow", Now);
        await index.RemoveAsync(1, 2, Now);

        Assert.Empty(await index.FindAsync(1, SearchQuery.Parse("kestrel"), Now));
        Assert.Equal([1], await index.FindAsync(1, SearchQuery.Parse("sparrow"), Now));

        await index.ClearAsync(1, Now);

        Assert.Empty(await index.FindAsync(1, SearchQuery.Parse("sparrow"), Now));
    }

    /// <summary>What waits to be tidied in is read through by every question.</summary>
    [Theory, EachDatabase]
    public async Task A_stored_paper_leaves_nothing_for_a_question_to_read_through(TestDatabase database)
    {
        if (!database.Address.IsPostgres)
        {
            return;
        }

        await using var open = database.Open();
        await new SearchIndex(open).StoreAsync(
            1,
            Enumerable.Range(1, 50).Select(post => WordsOfText.Of(post, $"Title {post}", $"word{post} kestrel")),
            Now
        );

        var waiting = await open
            .Database.SqlQuery<long>($"SELECT gin_clean_pending_list('ix_search_text_document') AS \"Value\"")
            .SingleAsync(Now);

        Assert.Equal(0, waiting);
    }

    [Fact]
    public async Task A_removed_text_leaves_no_word_in_the_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var open = database.Open())
        {
            var index = new SearchIndex(open);
            await index.StoreAsync(1, 1, "A title", "plantedword stands here", Now);
            await index.RemoveAsync(1, 1, Now);
            await open.CheckpointAsync(Now);
        }

        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(
            database.Address.ConnectionString
        ).DataSource;
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!))
        {
            Assert.DoesNotContain(
                "plantedword",
                System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(left, Now)),
                StringComparison.Ordinal
            );
        }
    }
}
