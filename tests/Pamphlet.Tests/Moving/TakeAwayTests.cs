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
    private static readonly (string, string) Own = (ConfirmEditor.PassphraseField, TestDesk.Passphrase);

    [Theory, EachDatabase]
    public async Task A_paper_taken_away_is_the_same_paper_elsewhere(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit, Act.Moderate);

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
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit, Act.Moderate);

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
        var backup = await mai.PostAsync("/desk/backup", (Passphrase.Field, drawn), Own);
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
    [InlineData("")]
    [InlineData("somebody else's passphrase")]
    public async Task A_session_alone_takes_no_backup(string typed)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.KeepKeys);
        var page = await mai.GetAsync("/desk/backup");

        var back = await mai.PostAsync(
            "/desk/backup",
            (Passphrase.Field, page.Value(Passphrase.Field)),
            (ConfirmEditor.PassphraseField, typed)
        );

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(ConfirmEditor.PassphraseField));
        Assert.Equal(page.Value(Passphrase.Field), back.Value(Passphrase.Field));
        Assert.Null(page.Page.QuerySelector("[name=code]"));
    }

    [Theory, EachDatabase]
    public async Task Where_a_second_step_is_set_up_a_backup_asks_for_its_code(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.KeepKeys);
        var shown = await mai.GetAsync("/desk/account/second-step");
        var secret = Totp.FromBase32(shown.Value("secret"))!;
        _ = await mai.PostAsync(
            "/desk/account/second-step",
            ("secret", shown.Value("secret")),
            ("code", Totp.CodeAt(secret, desk.Time.GetUtcNow())),
            ("passphrase", TestDesk.Passphrase)
        );
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(secret, desk.Time.GetUtcNow());
        var page = await mai.GetAsync("/desk/backup");
        var drawn = (Passphrase.Field, page.Value(Passphrase.Field));

        var without = await mai.PostAsync("/desk/backup", drawn, Own);
        var with = await mai.PostAsync("/desk/backup", drawn, Own, (ConfirmEditor.CodeField, code));
        var again = await mai.PostAsync("/desk/backup", drawn, Own, (ConfirmEditor.CodeField, code));

        Assert.NotNull(page.Page.QuerySelector("[name=code]"));
        Assert.Equal((400, 200, 400), (without.Status, with.Status, again.Status));
        Assert.NotNull(without.MessageAt(ConfirmEditor.CodeField));
        Assert.Equal("application/octet-stream", $"{with.Raw.Content.Headers.ContentType}");
    }

    [Theory]
    [InlineData("tiny", "", Passphrase.Field)]
    [InlineData("", "age1notakey", "keys")]
    public async Task What_would_seal_nothing_is_refused_beside_its_field(string passphrase, string keys, string field)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.KeepKeys);

        var back = await mai.PostAsync("/desk/backup", (Passphrase.Field, passphrase), ("keys", keys), Own);

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt(field));
        Assert.Equal(keys, back.Value("keys"));
    }
}
