using System.CommandLine;
using System.Globalization;
using System.Text;
using Pamphlet.Backup;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet restore FILE DIR</c>: a paper out of its backup, all of it or nothing.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "What pamphlet backup wrote" };
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "A folder that is empty or does not exist yet",
        };
        var key = new Option<FileInfo>("--key")
        {
            Description = "The file with an editor's age identity (AGE-SECRET-KEY-…)",
            HelpName = "FILE",
        };
        var passphrase = new Option<FileInfo>("--passphrase-file")
        {
            Description = "The file with the passphrase that the backup was sealed with at the desk",
            HelpName = "FILE",
        };
        var database = new Option<string?>("--database")
        {
            Description = "An empty PostgreSQL to put the rows into, instead of a SQLite inside the folder",
            HelpName = "\"Host=…\"",
        };
        var verb = new Command("restore", "Bring a paper back out of its backup")
        {
            file,
            folder,
            key,
            passphrase,
            database,
        };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetResult(key) is null == parsed.GetResult(passphrase) is null)
            {
                parsed.AddError("Name what opens it: --key FILE, or --passphrase-file FILE");
            }
        });
        verb.SetAction(
            (parsed, stop) =>
                RunAsync(
                    parsed.GetValue(file)!.FullName,
                    Path.TrimEndingDirectorySeparator(parsed.GetValue(folder)!.FullName),
                    parsed.GetValue(key) is { } keys
                        ? Identities(keys.FullName)
                        : [OfPassphrase(parsed.GetValue(passphrase)!.FullName)],
                    parsed.GetValue(database),
                    stop
                )
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        string file,
        string folder,
        List<AgeIdentity> identities,
        string? postgres,
        CancellationToken stop
    )
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new OperatorMistake($"{folder} is not empty.", "Name a new folder.");
        }

        var partial = $"{folder}.partial";
        Clear(partial);
        Directory.CreateDirectory(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var pages = await PutBackAsync(file, identities, partial, postgres, stop);
            Clear(folder);
            Directory.Move(partial, folder);
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Restored into {folder}: the edition's {pages} files are as they were. Serve it: pamphlet serve --data {folder}"
                )
            );
            return ExitCode.Done;
        }
        catch (AgeRefusedException closed)
        {
            Terminal.Complain(Sentence(closed.Refusal));
            return ExitCode.Refused;
        }
        catch (BackupRefusedException refused)
        {
            Terminal.Complain(Sentence(refused.Refusal));
            return ExitCode.Refused;
        }
        finally
        {
            Clear(partial);
            identities.ForEach(identity => identity.Dispose());
        }
    }

    private static async Task<int> PutBackAsync(
        string file,
        List<AgeIdentity> identities,
        string folder,
        string? postgres,
        CancellationToken stop
    )
    {
        var address = postgres is null ? DatabaseAddress.InFolder(folder) : DatabaseAddress.Postgres(postgres);
        await using var input = Open(file);
        await using var open = await AgeReader.OpenAsync(input, identities, stop);
        var pages = await new RestoreBackup(folder, address).RunAsync(open, stop);
        await CloseAsync(address);
        return pages;
    }

    // The folder is renamed: nothing may hold its files open.
    private static async Task CloseAsync(DatabaseAddress address)
    {
        if (!address.IsPostgres)
        {
            await using var pooled = new Microsoft.Data.Sqlite.SqliteConnection(address.ConnectionString);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pooled);
        }
    }

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (IOException missing)
        {
            throw new OperatorMistake($"{file} cannot be read.", "Name what pamphlet backup wrote.", missing);
        }
    }

    private static List<AgeIdentity> Identities(string key)
    {
        using var file = Open(key);
        using var reader = new StreamReader(file);
        var identities = new List<AgeIdentity>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#') && AgeIdentity.TryRead(line.Trim(), out var identity))
            {
                identities.Add(identity);
            }
        }

        return identities.Count > 0
            ? identities
            : throw new OperatorMistake($"{key} holds no age identity.", "It has a line AGE-SECRET-KEY-…");
    }

    private static PassphraseIdentity OfPassphrase(string file)
    {
        using var open = Open(file);
        using var reader = new StreamReader(open);
        var typed = Rendering.CleanText.Of(reader.ReadLine() ?? "").Trim();
        return typed.Length > 0
            ? new PassphraseIdentity(SecretBytes.From(Encoding.UTF8.GetBytes(typed)))
            : throw new OperatorMistake($"{file} holds no passphrase.", "Its first line is the passphrase.");
    }

    private static string Sentence(AgeRefusal refusal) =>
        refusal switch
        {
            AgeRefusal.NoIdentityFits =>
                "This backup was sealed to other keys, or with another passphrase. Name another: --key FILE, --passphrase-file FILE",
            AgeRefusal.NotAge or AgeRefusal.Armor => "This file is no backup: it is not sealed with age.",
            AgeRefusal.Cut => "This backup is cut: it ends too early. Take another copy of it.",
            _ => $"This backup is damaged ({refusal}). Take another copy of it.",
        };

    private static string Sentence(BackupRefusal refusal) =>
        refusal switch
        {
            BackupRefusal.Foreign => "This file opens, but it is no backup of a paper.",
            BackupRefusal.Cut => "This backup was never finished: its end is missing. Take another.",
            BackupRefusal.Newer =>
                "This backup was made by a newer Pamphlet. Install that version, and restore with it.",
            BackupRefusal.NotEmpty => "The PostgreSQL holds a paper already. Name an empty one: --database \"Host=…\"",
            _ => "This backup is damaged: something in it is not as it was written. Take another copy of it.",
        };

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
