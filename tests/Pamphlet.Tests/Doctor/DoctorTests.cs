using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Pamphlet.Backup;
using Pamphlet.Doctor;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Doctor;

/// <summary>Each thing that a check knows, broken on purpose.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task A_sound_paper_on_a_sound_machine_has_nothing_wrong()
    {
        using var paper = await TestPatient.MakeAsync();
        BackupDay.Note(paper.Data, paper.Time);
        await File.WriteAllTextAsync(paper.In("onion-address"), "abc.onion", TestContext.Current.CancellationToken);

        foreach (
            var subject in (string[])
                ["clock", "disk", "rights", "encryption", "database", "edition", "backup", "memory", "proxy", "tor"]
        )
        {
            Assert.Equal((subject, Verdict.Good), (subject, await paper.WorstAsync(subject)));
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made()
    {
        using var paper = await TestPatient.MakeAsync();
        paper.Patient = paper.Patient with { Folder = paper.In("nowhere") };

        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("folder"));
        Assert.False(Directory.Exists(paper.In("nowhere")));
    }

    [Fact]
    public async Task A_clock_that_is_not_set_or_went_back_or_that_nobody_keeps_is_named()
    {
        using var paper = await TestPatient.MakeAsync();

        paper.Patient = paper.Patient with { KeepsTime = () => false };
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("clock"));
        File.SetLastWriteTimeUtc(paper.In("shelf/current"), paper.Time.GetUtcNow().UtcDateTime.AddHours(1));
        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("clock"));
        paper.Patient = paper.Patient with { Time = new FakeTimeProvider(DateTimeOffset.UnixEpoch) };
        Assert.Contains("not set", (await paper.AskAsync("clock"))[0].Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1L << 20, "Wrong")]
    [InlineData(80L << 20, "Warn")]
    [InlineData(200L << 20, "Good")]
    public async Task A_disk_with_little_room_beside_the_paper_is_named(long free, string verdict)
    {
        using var paper = await TestPatient.MakeAsync();
        await using (var large = File.Create(paper.In("shelf/large")))
        {
            large.SetLength(100 << 20);
        }

        paper.Patient = paper.Patient with { FreeRoom = _ => free };

        Assert.Equal(verdict, $"{await paper.WorstAsync("disk")}");
    }

    [Fact]
    public async Task A_folder_that_others_can_look_into_is_wrong()
    {
        using var paper = await TestPatient.MakeAsync();

        File.SetUnixFileMode(paper.Data, File.GetUnixFileMode(paper.Data) | UnixFileMode.GroupRead);

        var found = Assert.Single(await paper.AskAsync("rights"));
        Assert.Equal((Verdict.Wrong, $"chmod 700 {paper.Data}"), (found.Verdict, found.Remedy));
    }

    [Fact]
    public async Task A_file_that_the_paper_cannot_write_is_named_and_root_is_told_that_it_sees_nothing()
    {
        const string Closed = "/sys/kernel/fscaps";
        Assert.SkipUnless(File.Exists(Closed), "This kernel has no file that even root may not write.");
        using var paper = await TestPatient.MakeAsync();
        File.CreateSymbolicLink(paper.In("keys"), Closed);

        var found = (await paper.AskAsync("rights"))[^1];

        Assert.Equal(Verdict.Wrong, found.Verdict);
        Assert.Contains(paper.In("keys"), found.Said, StringComparison.Ordinal);
        paper.Patient = paper.Patient with { IsRoot = true };
        Assert.Equal(Verdict.Warn, (await paper.AskAsync("rights"))[^1].Verdict);
    }

    [Fact]
    public async Task A_disk_without_encryption_is_named_and_a_volume_on_an_encrypted_one_is_not()
    {
        using var paper = await TestPatient.MakeAsync();

        paper.Machine("proc/self/mounts", "/dev/dm-1 / ext4 rw 0 0\n");
        paper.Machine("sys/block/dm-1/dm/uuid", "LVM-abc");
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("encryption"));
        paper.Machine("sys/block/dm-1/slaves/dm-0/dev", "253:0");
        Assert.Equal(Verdict.Good, await paper.WorstAsync("encryption"));
        paper.Machine("proc/self/mounts", "overlay / overlay rw 0 0\n");
        Assert.Contains("cannot be seen", (await paper.AskAsync("encryption"))[0].Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_and_a_damaged_edition_are_wrong()
    {
        using var paper = await TestPatient.MakeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(paper.In("pamphlet.db")))
        {
            file.Position = 5000;
            file.Write(new byte[20_000].AsSpan());
        }

        await using (var current = File.OpenWrite(paper.In("shelf/current")))
        {
            current.SetLength(current.Length / 2);
        }

        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("database"));
        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("edition"));
    }

    [Fact]
    public async Task A_newer_programs_database_is_wrong_and_no_paper_at_all_is_a_warning()
    {
        using var paper = await TestPatient.MakeAsync();
        await using (var open = paper.Patient.Database.Open())
        {
            await open.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '99.0')",
                TestContext.Current.CancellationToken
            );
        }

        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("database"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(paper.Data, recursive: true);
        Directory.CreateDirectory(paper.Data);
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("database"));
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("edition"));
    }

    [Fact]
    public async Task A_postgresql_that_writes_statements_down_is_named_and_one_that_is_gone_is_wrong()
    {
        Assert.SkipWhen(TestPostgres.Absence is not null, TestPostgres.Absence ?? "");
        using var paper = await TestPatient.MakeAsync();
        await using var postgres = await TestDatabase.CreatePostgresAsync();
        var talking = new NpgsqlConnectionStringBuilder(postgres.Address.ConnectionString)
        {
            Options = "-c log_statement=all",
        };

        paper.Patient = paper.Patient with { Database = DatabaseAddress.Postgres(talking.ConnectionString) };
        var found = (await paper.AskAsync("database"))[^1];
        Assert.Equal(Verdict.Warn, found.Verdict);
        Assert.Contains("log_statement = 'none'", found.Remedy, StringComparison.Ordinal);

        paper.Patient = paper.Patient with { Database = DatabaseAddress.Postgres("Host=/nowhere;Username=x") };
        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("database"));
    }

    [Theory]
    [InlineData(0, "Good")]
    [InlineData(8, "Warn")]
    [InlineData(31, "Wrong")]
    public async Task An_old_backup_is_named(int days, string verdict)
    {
        using var paper = await TestPatient.MakeAsync();
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("backup"));

        BackupDay.Note(paper.Data, new FakeTimeProvider(paper.Time.GetUtcNow().AddDays(-days)));

        Assert.Equal(verdict, $"{await paper.WorstAsync("backup")}");
    }

    [Fact]
    public async Task A_paper_without_tor_or_with_an_old_one_is_told()
    {
        using var paper = await TestPatient.MakeAsync();
        await File.WriteAllTextAsync(paper.In("onion-address"), "abc.onion", TestContext.Current.CancellationToken);

        paper.MakeTor("Tor version 0.4.8.12.");
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("tor"));
        paper.MakeTor("Tor version 0.4.5.16.");
        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("tor"));
        paper.RemoveTor();
        Assert.Equal(Verdict.Wrong, await paper.WorstAsync("tor"));
        File.Delete(paper.In("onion-address"));
        Assert.Equal(Verdict.Warn, await paper.WorstAsync("tor"));
    }
}
