using System.Text;
using Pamphlet.Backup;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;

namespace Pamphlet.Moving;

/// <summary><c>/desk/backup</c>: when the last one was made, and a new one: sealed while it is sent, laid down nowhere.</summary>
internal static class MakeBackup
{
    public const int LongestKeys = 20_000;

    // Each reads the whole paper, and holds the database at one moment for as long.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public static DeskPage Show(Visit visit, MovingFolder folder) =>
        Page(visit, folder, Passphrase.Draw(), "", new Complaints());

    public static IResult SendAsync(Visit visit, MovingFolder folder, DatabaseAddress address, TimeProvider time)
    {
        var (passphrase, keys) = (visit.Form[Passphrase.Field], visit.Form.Text("keys").Trim());
        var complaints = new Complaints();
        var words = visit.Words.Moving;
        var recipients = new List<AgeRecipient>();
        foreach (var line in keys.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (AgeRecipient.TryRead(line, out var recipient))
            {
                recipients.Add(recipient);
            }
            else if (complaints.IsEmpty)
            {
                complaints.Add("keys", words.KeyWrong.With("line", line.Length > 24 ? $"{line[..24]}…" : line));
            }
        }

        if (recipients.Select(one => one is HybridRecipient).Distinct().Count() > 1)
        {
            complaints.Add("keys", words.KeysMixed);
        }

        if (keys.Length == 0 && Passphrase.Judge(passphrase, visit.Paper.Name) != PassphraseVerdict.Good)
        {
            complaints.Add(Passphrase.Field, words.PassphraseWeak);
        }

        return complaints.IsEmpty
            ? new Download(
                "paper.backup.age",
                "application/octet-stream",
                (output, cancel) => WriteAsync(recipients, passphrase, folder, address, time, output, cancel)
            )
            : Page(visit, folder, passphrase, keys, complaints);
    }

    private static async Task WriteAsync(
        List<AgeRecipient> recipients,
        string passphrase,
        MovingFolder folder,
        DatabaseAddress address,
        TimeProvider time,
        Stream output,
        CancellationToken cancel
    )
    {
        await OneAtATime.WaitAsync(cancel);
        try
        {
            using var secret = SecretBytes.From(Encoding.UTF8.GetBytes(passphrase));
            await using var seal = await AgeWriter.StartAsync(
                output,
                recipients.Count > 0 ? recipients : [new PassphraseRecipient(secret)],
                cancel
            );
            _ = await WriteBackup.RunAsync(folder.DataFolder, address, seal, cancel);
            await seal.FinishAsync(cancel);
            await output.FlushAsync(cancel);
            BackupDay.Note(folder.DataFolder, time);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static DeskPage Page(
        Visit visit,
        MovingFolder folder,
        string passphrase,
        string keys,
        Complaints complaints
    ) =>
        visit.Page(
            visit.Words.Moving.Backup,
            () =>
                new Moving_MakeBackup
                {
                    Model = new(visit, BackupDay.Last(folder.DataFolder), passphrase, keys, complaints),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    /// <param name="Last">Null: never.</param>
    /// <param name="Typed">The passphrase, as it was drawn or typed.</param>
    internal sealed record Model(Visit Visit, DateOnly? Last, string Typed, string Keys, Complaints Complaints);
}
