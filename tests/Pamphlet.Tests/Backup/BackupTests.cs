using Microsoft.EntityFrameworkCore;
using Pamphlet.Backup;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Founding;
using Pamphlet.Onion;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions;
using Pamphlet.Vault;

namespace Pamphlet.Tests.Backup;

public sealed class BackupTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("pamphlet-backup-").FullName;

    private string Data => Path.Combine(home, "data");

    private string Moved => Path.Combine(home, "moved");

    [Theory, EachDatabase]
    public async Task A_paper_whose_machine_is_gone_comes_back_byte_for_byte(TestDatabase database)
    {
        var (edition, host) = await FoundAsync(database.Address);
        var backup = await BackUpAsync(database.Address);
        Directory.Delete(Data, recursive: true);

        await RestoreAsync(backup, DatabaseAddress.InFolder(Moved));

        var back = EditionShelf.Open(Path.Combine(Moved, "shelf"));
        Assert.Equal(edition, TestShelf.Read(back.Current));
        using var press = new Press(DatabaseAddress.InFolder(Moved), back);
        await press.PublishAsync(TestContext.Current.CancellationToken);
        Assert.Equal(edition, TestShelf.Read(back.Current));
        Assert.Equal(host, PaperOnion.Addresses(KeyVault.Open(Moved, null))!.Value.Paper.Host);
    }

    [Theory, EachDatabase]
    public async Task Every_row_comes_back_as_it_was_and_numbers_go_on(TestDatabase database)
    {
        _ = await FoundAsync(database.Address);
        await using (var open = database.Open())
        {
            new PublicationStore(open).Note(
                (await new PublicationStore(open).FirstAsync(TestContext.Current.CancellationToken))!.Id,
                ChangeKind.Paper
            );
            await open.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var before = await RowsAsync(database.Address);
        var backup = await BackUpAsync(database.Address);
        await RestoreAsync(backup, DatabaseAddress.InFolder(Moved));

        Assert.Equal(before, await RowsAsync(DatabaseAddress.InFolder(Moved)));
        await using var moved = DatabaseAddress.InFolder(Moved).Open();
        var last = await moved.Set<Change>().MaxAsync(change => change.Number, TestContext.Current.CancellationToken);
        new PublicationStore(moved).Note(
            (await new PublicationStore(moved).FirstAsync(TestContext.Current.CancellationToken))!.Id,
            ChangeKind.Paper
        );
        await moved.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.True(
            await moved.Set<Change>().MaxAsync(change => change.Number, TestContext.Current.CancellationToken) > last
        );
    }

    [Fact]
    public async Task A_paper_moves_from_a_file_to_a_server()
    {
        Assert.SkipWhen(TestPostgres.Absence is not null, TestPostgres.Absence ?? "");
        await using var sqlite = await TestDatabase.CreateAsync();
        await using var postgres = await TestDatabase.CreatePostgresAsync();
        _ = await FoundAsync(sqlite.Address);
        var before = await RowsAsync(sqlite.Address);
        var backup = await BackUpAsync(sqlite.Address);

        await RestoreAsync(backup, postgres.Address);

        Assert.Equal(before, await RowsAsync(postgres.Address));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.99)]
    public async Task A_backup_without_its_end_is_refused(double part)
    {
        await using var database = await TestDatabase.CreateAsync();
        _ = await FoundAsync(database.Address);
        var backup = await BackUpAsync(database.Address);

        // Cut where a block of the tar ends, so that only its end is missing.
        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() =>
            RestoreAsync(backup[..((int)(backup.Length * part) / 512 * 512)], DatabaseAddress.InFolder(Moved))
        );

        Assert.Contains(refused.Refusal, new[] { BackupRefusal.Cut, BackupRefusal.Foreign });
    }

    [Fact]
    public async Task What_is_no_backup_is_called_so()
    {
        var nothing = await Assert.ThrowsAsync<BackupRefusedException>(() =>
            RestoreAsync([], DatabaseAddress.InFolder(Moved))
        );
        var text = await Assert.ThrowsAsync<BackupRefusedException>(() =>
            RestoreAsync(new byte[4096], DatabaseAddress.InFolder(Moved))
        );

        Assert.Equal(BackupRefusal.Foreign, nothing.Refusal);
        Assert.Equal(BackupRefusal.Foreign, text.Refusal);
    }

    [Fact]
    public async Task A_flipped_byte_of_an_edition_is_noticed()
    {
        await using var database = await TestDatabase.CreateAsync();
        _ = await FoundAsync(database.Address);
        var backup = await BackUpAsync(database.Address);
        var at = backup.AsSpan().LastIndexOf("<!DOCTYPE html>"u8);

        backup[at + 200] ^= 1;

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() =>
            RestoreAsync(backup, DatabaseAddress.InFolder(Moved))
        );
        Assert.Equal(BackupRefusal.Damaged, refused.Refusal);
    }

    public void Dispose() => Directory.Delete(home, recursive: true);

    private async Task<(Dictionary<string, string> Edition, string Host)> FoundAsync(DatabaseAddress address)
    {
        Directory.CreateDirectory(Data);
        await using (var database = address.Open())
        {
            _ = await FoundStarterPaper.RunAsync(database, TestContext.Current.CancellationToken);
        }

        var shelf = EditionShelf.Open(Path.Combine(Data, "shelf"));
        using var press = new Press(address, shelf);
        await press.PublishAsync(TestContext.Current.CancellationToken);
        var host = PaperOnion.Addresses(KeyVault.Open(Data, null))!.Value.Paper.Host;
        return (TestShelf.Read(shelf.Current), host);
    }

    private async Task<byte[]> BackUpAsync(DatabaseAddress address)
    {
        using var backup = new MemoryStream();
        await WriteBackup.RunAsync(Data, address, backup, TestContext.Current.CancellationToken);
        return backup.ToArray();
    }

    private async Task RestoreAsync(byte[] backup, DatabaseAddress address)
    {
        Directory.CreateDirectory(Moved);
        using var input = new MemoryStream(backup);
        await new RestoreBackup(Moved, address).RunAsync(input, TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> RowsAsync(DatabaseAddress address)
    {
        await using var database = address.Open();
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var all = new List<string>();
        foreach (var table in new DatabaseRows(database).Tables)
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The model names it.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                var values = Enumerable
                    .Range(0, rows.FieldCount)
                    .Select(i => $"{rows.GetName(i)}={Shown(rows.GetValue(i))}")
                    .Order(StringComparer.Ordinal);
                all.Add($"{table}: {string.Join(';', values)}");
            }
        }

        all.Sort(StringComparer.Ordinal);
        return all;
    }

    private static string Shown(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            bool truth => truth ? "1" : "0",
            _ => $"{value}",
        };
}
