using System.Formats.Tar;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Backup;

/// <summary>Puts a paper back out of a backup: all of it, checked, or nothing.</summary>
internal sealed class RestoreBackup(string data, DatabaseAddress address)
{
    // A backup's head is a few lines; a piece of rows holds at least one row, and that perhaps a picture.
    private const long LargestPart = 512 * 1024 * 1024;

    private int files;
    private int pieces;

    /// <param name="input">The opened backup: what was sealed.</param>
    /// <returns>How many files of editions were checked.</returns>
    /// <exception cref="BackupRefusedException">It cannot be put back; the folder and the database are left as they were found.</exception>
    public async Task<int> RunAsync(Stream input, CancellationToken cancel)
    {
        await using var database = address.Open();
        try
        {
            await database.Database.OpenConnectionAsync(cancel);
            await using var tar = new TarReader(input, leaveOpen: true);
            var head = BackupHead.Parse(await NextAsync(tar, BackupHead.Name, cancel));
            await MigrateAsync(database, head, cancel);
            await using (var whole = await database.Database.BeginTransactionAsync(cancel))
            {
                var bonds = await ForeignKeys.LoosenAsync(database, cancel);
                await PutAsync(tar, new DatabaseRows(database), cancel);
                await ForeignKeys.TellAsync(database, bonds, cancel);
                await Sequences.WriteAsync(database, head.Sequences, cancel);
                await whole.CommitAsync(cancel);
            }

            await MigrationTurn.TakeAsync(database, cancel);
            await database.CheckpointAsync(cancel);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new BackupRefusedException(BackupRefusal.Foreign);
        }

        return CheckShelf();
    }

    private async Task MigrateAsync(Database database, BackupHead head, CancellationToken cancel)
    {
        var known = database.Database.GetMigrations().ToList();
        if (head.Migrations.Except(known.Select(BackupHead.NameOf), StringComparer.Ordinal).Any())
        {
            throw new BackupRefusedException(BackupRefusal.Newer);
        }

        var last = known.FindLast(name => head.Migrations.Contains(BackupHead.NameOf(name), StringComparer.Ordinal));
        await MigrationTurn.TakeAsync(database, cancel, last);
        if (!await new DatabaseRows(database).IsEmptyAsync(cancel))
        {
            throw new BackupRefusedException(BackupRefusal.NotEmpty);
        }
    }

    private async Task PutAsync(TarReader tar, DatabaseRows rows, CancellationToken cancel)
    {
        while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry)
        {
            switch (entry.Name.Split('/', 2))
            {
                case ["data", var path]:
                    await WriteAsync(path, entry, cancel);
                    files++;
                    break;
                case ["rows", var place] when place.Split('/') is [var table, _]:
                    await rows.PutAsync(table, await ReadAsync(entry, cancel), cancel);
                    pieces++;
                    break;
                case [BackupHead.EndName]:
                    CheckEnd(Encoding.ASCII.GetString(await ReadAsync(entry, cancel)));
                    return;
                default:
                    throw new BackupRefusedException(BackupRefusal.Damaged);
            }
        }

        throw new BackupRefusedException(BackupRefusal.Cut);
    }

    private void CheckEnd(string said)
    {
        // The record of the shelf is no file that was counted.
        var words = said.Trim().Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        if (words is not [var counted, var written] || files < counted || pieces != written)
        {
            throw new BackupRefusedException(BackupRefusal.Cut);
        }
    }

    private async Task WriteAsync(string name, TarEntry entry, CancellationToken cancel)
    {
        var path = Path.GetFullPath(Path.Combine(data, name));
        if (entry.EntryType != TarEntryType.RegularFile || !path.StartsWith($"{data}/", StringComparison.Ordinal))
        {
            throw new BackupRefusedException(BackupRefusal.Damaged);
        }

        Directory.CreateDirectory(
            Path.GetDirectoryName(path)!,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        if (entry.DataStream is { } content)
        {
            await content.CopyToAsync(file, cancel);
        }

        await file.FlushAsync(cancel);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    private static async Task<byte[]> NextAsync(TarReader tar, string name, CancellationToken cancel) =>
        await tar.GetNextEntryAsync(copyData: false, cancel) is { } entry
        && string.Equals(entry.Name, name, StringComparison.Ordinal)
            ? await ReadAsync(entry, cancel)
            : throw new BackupRefusedException(BackupRefusal.Foreign);

    private static async Task<byte[]> ReadAsync(TarEntry entry, CancellationToken cancel)
    {
        if (entry.Length > LargestPart)
        {
            throw new BackupRefusedException(BackupRefusal.Damaged);
        }

        var bytes = new byte[entry.Length];
        if (entry.DataStream is { } content)
        {
            await content.ReadExactlyAsync(bytes, cancel);
        }

        return bytes;
    }

    // The folder is not served yet: whatever is wrong with its editions is found now, not by a reader.
    private int CheckShelf()
    {
        var shelf = EditionShelf.OpenToRead(Path.Combine(data, ShelfFiles.Folder));
        if (shelf.Damage != ShelfDamage.None)
        {
            throw new BackupRefusedException(BackupRefusal.Damaged);
        }

        var checkedFiles = 0;
        foreach (var (_, entry) in shelf.Current?.Files() ?? [])
        {
            if (ContentHash.Of(shelf.Current!.Bytes(entry.Forms.Identity)) != entry.Hash)
            {
                throw new BackupRefusedException(BackupRefusal.Damaged);
            }

            checkedFiles++;
        }

        return checkedFiles;
    }
}
