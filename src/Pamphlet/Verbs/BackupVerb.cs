using System.CommandLine;
using System.Globalization;
using Pamphlet.Backup;
using Pamphlet.Seal.Age;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet backup FILE</c>: everything of the paper, sealed, also while it is being served.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A new file: paper.backup.age" };
        var to = new Option<string[]>("--to")
        {
            Description = "Who can open it: an age recipient (age1…), or a file of them; several may be named",
            HelpName = "RECIPIENT|FILE",
            Required = true,
        };
        var place = new PlaceOptions();
        var verb = new Command("backup", "Write everything of the paper into one sealed file") { file, to };
        place.AddTo(verb);
        verb.SetAction(
            (parsed, stop) =>
                RunAsync(place.Of(parsed), parsed.GetValue(file)!.FullName, parsed.GetValue(to) ?? [], stop)
        );
        return verb;
    }

    private static async Task<int> RunAsync(PaperPlace place, string file, string[] to, CancellationToken stop)
    {
        AgeRecipient[] recipients = [.. to.SelectMany(Recipients)];
        if (File.Exists(file))
        {
            throw new OperatorMistake($"{file} is there already.", "Name a new file.");
        }

        // It has its name only when it is whole.
        var partial = $"{file}.partial";
        try
        {
            var count = await WriteAsync(place, partial, recipients, stop);
            File.Move(partial, file);
            BackupDay.Note(place.Folder, TimeProvider.System);
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Backed up into {file}: {count.Files} files, {new FileInfo(file).Length / 1e6:F1} MB, sealed to {recipients.Length}. It also holds what was deleted since: keep few, and destroy old ones."
                )
            );
            return ExitCode.Done;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<BackupCount> WriteAsync(
        PaperPlace place,
        string partial,
        AgeRecipient[] recipients,
        CancellationToken stop
    )
    {
        await using var output = new FileStream(
            partial,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        await using var seal = await AgeWriter.StartAsync(output, recipients, stop);
        var count = await WriteBackup.RunAsync(place.Folder, place.Database, seal, stop);
        await seal.FinishAsync(stop);
        await output.FlushAsync(stop);
        RandomAccess.FlushToDisk(output.SafeFileHandle);
        return count;
    }

    private static IEnumerable<AgeRecipient> Recipients(string named)
    {
        var lines = File.Exists(named)
            ? File.ReadLines(named).Where(line => line.Length > 0 && !line.StartsWith('#'))
            : [named];
        return lines.Select(line =>
            AgeRecipient.TryRead(line.Trim(), out var recipient)
                ? recipient
                : throw new OperatorMistake(
                    $"{(line.Length > 24 ? line[..24] + "…" : line)} is no age recipient.",
                    "An editor gets one with: age-keygen"
                )
        );
    }
}
