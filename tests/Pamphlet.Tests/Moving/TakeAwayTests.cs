using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Backup;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Imports;

namespace Pamphlet.Tests.Moving;

public sealed class TakeAwayTests
{
    [Theory, EachDatabase]
    public async Task A_paper_taken_away_is_the_same_paper_elsewhere(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle);

        var zip = await mai.PostAsync("/desk/take-away", ("as", "source"));

        await using var elsewhere = await TestDatabase.CreateAsync();
        var content = await zip.Raw.Content.ReadAsByteArrayAsync(TestDesk.Cancel);
        var outcome = await elsewhere.RunAsync(
            new ImportRequest("paper.zip")
            {
                Content = new ExportContent(content.Length, () => new MemoryStream(content)),
            }
        );
        Assert.IsType<ImportOutcome.Imported>(outcome);
        await using var open = database.Open();
        var ours = (await open.Set<Post>().ToListAsync(TestDesk.Cancel)).OrderBy(post => post.Id.Value).ToList();
        var theirs = (await elsewhere.AllAsync<Post>()).OrderBy(post => post.Id.Value).ToList();
        Assert.NotEmpty(ours);
        Assert.Equal(
            ours.Select(post => (post.Id, post.Path, post.Markdown)),
            theirs.Select(post => (post.Id, post.Path, post.Markdown))
        );
    }

    [Fact]
    public async Task What_wordpress_reads_is_downloaded_whole()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle);

        var xml = await mai.PostAsync("/desk/take-away", ("as", "wxr"));

        var text = await xml.Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        Assert.Equal("attachment; filename=\"paper.wxr.xml\"", $"{xml.Raw.Content.Headers.ContentDisposition}");
        Assert.EndsWith("</rss>", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_opens_with_its_passphrase_and_brings_the_paper_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.KeepKeys);
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        var page = await mai.GetAsync("/desk/backup");
        var drawn = page.Value(Passphrase.Field);
        var backup = await mai.PostAsync("/desk/backup", (Passphrase.Field, drawn));
        var after = await mai.GetAsync("/desk/backup");

        Assert.Contains("No backup was made yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("25 November 2026", after.Text, StringComparison.Ordinal);
        var content = await backup.Raw.Content.ReadAsByteArrayAsync(TestDesk.Cancel);
        var moved = Directory.CreateTempSubdirectory("pamphlet-back-").FullName;
        using var secret = SecretBytes.From(Encoding.UTF8.GetBytes(drawn));
        using var identity = new PassphraseIdentity(secret);
        await using (var open = await AgeReader.OpenAsync(new MemoryStream(content), [identity], TestDesk.Cancel))
        {
            await new RestoreBackup(moved, DatabaseAddress.InFolder(moved)).RunAsync(open, TestDesk.Cancel);
        }

        await using var back = DatabaseAddress.InFolder(moved).Open();
        await using var ours = desk.Database.Open();
        Assert.Equal(
            await ours.Set<Post>().Select(post => post.Title).Order().ToListAsync(TestDesk.Cancel),
            await back.Set<Post>().Select(post => post.Title).Order().ToListAsync(TestDesk.Cancel)
        );
    }

    [Theory]
    [InlineData("tiny", "", Passphrase.Field)]
    [InlineData("", "age1notakey", "keys")]
    public async Task What_would_seal_nothing_is_refused_beside_its_field(string passphrase, string keys, string field)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.KeepKeys);

        var back = await mai.PostAsync("/desk/backup", (Passphrase.Field, passphrase), ("keys", keys));

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(field));
        Assert.Equal(keys, back.Value("keys"));
    }
}
