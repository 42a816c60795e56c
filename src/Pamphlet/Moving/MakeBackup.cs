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

    // Who holds the download up holds the database at one moment, and with it every word that is taken back meanwhile.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static async Task<DeskPage> ShowAsync(
        Visit visit,
        MovingFolder folder,
        ConfirmEditor confirm,
        CancellationToken cancel
    ) => await PageAsync(visit, folder, confirm, Passphrase.Draw(), "", new Complaints(), cancel);

    public static async Task<IResult> SendAsync(
        Visit visit,
        MovingFolder folder,
        DatabaseAddress address,
        ConfirmEditor confirm,
        TimeProvider time,
        CancellationToken cancel
    )
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

        if (complaints.IsEmpty)
        {
            // Everything leaves with it, sealed to whomever this form names: a stolen session alone must not be enough.
            await confirm.RunAsync(visit, complaints, cancel);
        }

        return complaints.IsEmpty
            ? new Download(
                "paper.backup.age",
                "application/octet-stream",
                (output, cancel) => WriteAsync(recipients, passphrase, folder, address, time, output, cancel)
            )
            : await PageAsync(visit, folder, confirm, passphrase, keys, complaints, cancel);
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
            using var patience = new CancellationTokenSource(Longest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
            cancel = either.Token;
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

    private static async Task<DeskPage> PageAsync(
        Visit visit,
        MovingFolder folder,
        ConfirmEditor confirm,
        string passphrase,
        string keys,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var asksCode = await confirm.AsksCodeAsync(visit, cancel);
        return visit.Page(
            visit.Words.Moving.Backup,
            () =>
                new Moving_MakeBackup
                {
                    Model = new(visit, BackupDay.Last(folder.DataFolder), passphrase, keys, asksCode, complaints),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    /// <param name="Last">Null: never.</param>
    /// <param name="Typed">The passphrase, as it was drawn or typed.</param>
    internal sealed record Model(
        Visit Visit,
        DateOnly? Last,
        string Typed,
        string Keys,
        bool AsksCode,
        Complaints Complaints
    );
}
