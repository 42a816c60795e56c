using System.CommandLine;
using System.Globalization;
using Pamphlet.Seal;
using Pamphlet.Signing.Checking;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet verify DIR|ZIP|URL</c>: says in words what holds, what is old, what is missing.</summary>
internal static class VerifyVerb
{
    private const int MostNames = 20;

    // A paper that appears at all appears more often; a seized one does not, and its last edition stays good.
    private static readonly TimeSpan Old = TimeSpan.FromDays(30);

    public static Command Create()
    {
        var place = new Argument<string>("COPY")
        {
            Description = "A folder, a ZIP, or the address of a paper or a mirror",
        };
        var key = OpenCopy.KeyOption();
        var proxy = OpenCopy.ProxyOption();
        var verb = new Command("verify", "Check a copy of a paper: whose it is, and that nothing in it was changed")
        {
            place,
            key,
            proxy,
        };
        verb.SetAction(
            (parsed, stop) => RunAsync(parsed.GetValue(place)!, parsed.GetValue(key), parsed.GetValue(proxy), stop)
        );
        return verb;
    }

    private static async Task<int> RunAsync(string place, string? typed, string? proxy, CancellationToken stop)
    {
        using var copy = OpenCopy.At(place, proxy);
        var report = await CheckCopy.RunAsync(copy, OpenCopy.Trust(typed), stop);
        if (report.Edition is not { } edition)
        {
            Terminal.Say($"DOES NOT HOLD: {Why(report.Refusal)}");
            if (report is { Key: { } brought, IsPinned: true })
            {
                Terminal.Say($"It brings along another key:  {brought}");
            }

            return ExitCode.Refused;
        }

        SayWhose(edition, report);
        SayFiles(report);
        SayAge(edition);
        Terminal.Say(
            report.Holds
                ? report.IsPinned
                    ? "IT HOLDS."
                    : "IT HOLDS, if that key is the paper's."
                : "DOES NOT HOLD."
        );
        return report.Holds ? ExitCode.Done : ExitCode.Refused;
    }

    private static void SayWhose(VerifiedEdition edition, CopyReport report)
    {
        var record = edition.Record;
        var paper = record.Origin.Split("/editions")[0];
        var hour = DateTimeOffset.FromUnixTimeSeconds(record.Time);
        Terminal.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Edition {record.Number} of {paper}, made in the hour of {hour:yyyy-MM-dd HH:mm} UTC; its log has {edition.Checkpoint.Size} record{(edition.Checkpoint.Size == 1 ? "" : "s")}."
            )
        );
        Terminal.Say(
            report.IsPinned
                ? "Signed with the key that you gave."
                : "Signed with a key that this copy brought along. Compare it with one from elsewhere, a friend's copy or paper, and give it next time with --key:"
        );
        Terminal.Say($"    {report.Key}");
        if (edition.Keys is { } keys)
        {
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Authorised by {keys.Set.Threshold} of {keys.Set.Editors.Count} editors (key set {keys.Set.Version}):\n    {keys.Hash}"
                )
            );
        }

        foreach (var signer in edition.Signers.Where(signer => signer.Time is not null))
        {
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Also held by {signer.Key.Name}, who signed at {signer.Time:yyyy-MM-dd HH:mm} UTC."
                )
            );
        }
    }

    private static void SayFiles(CopyReport report)
    {
        Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Good} files are as they were signed."));
        SayNames("CHANGED", report.Changed);
        SayNames("MISSING", report.Missing);
        SayNames("NOT PART OF THE EDITION", report.Foreign);
        SayNames("TWICE IN THE ZIP", report.Twice);
        SayNames("Beside it, signed by nobody", report.Beside);
    }

    private static void SayNames(string what, IReadOnlyList<string> names)
    {
        foreach (var name in names.Take(MostNames))
        {
            Terminal.Say($"{what}: {Terminal.Plain(name)}");
        }

        if (names.Count > MostNames)
        {
            Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: and {names.Count - MostNames} more"));
        }
    }

    private static void SayAge(VerifiedEdition edition)
    {
        var now = TimeProvider.System.GetUtcNow();
        var seen = edition
            .Signers.Select(signer => signer.Time)
            .OfType<DateTimeOffset>()
            .Append(DateTimeOffset.FromUnixTimeSeconds(edition.Record.Time))
            .Max();
        if (now - seen > Old)
        {
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"STALE: nobody vouched for it in the last {(now - seen).TotalDays:F0} days. It is genuine, but there may be newer ones."
                )
            );
        }
        else if (seen - now > TimeSpan.FromHours(2))
        {
            Terminal.Say("ODD: it is dated in the future. Look at your clock, or at theirs.");
        }
    }

    private static string Why(EditionRefusal refusal) =>
        refusal switch
        {
            EditionRefusal.Manifest => "the list of files is damaged.",
            EditionRefusal.Record => "the edition's record is damaged.",
            EditionRefusal.Proof => "there is no signed edition here: manifest, record or proof is missing or damaged.",
            EditionRefusal.AnotherManifest => "the list of files is not the one that was signed.",
            EditionRefusal.AnotherTree => "the tree over the list of files is not the one that was signed.",
            EditionRefusal.AnotherPaper => "the record belongs to one paper and the log to another.",
            EditionRefusal.NotInLog => "the paper's log does not have this edition.",
            EditionRefusal.KeySet => "the editors' key set is missing, changed, or not signed by enough of them.",
            EditionRefusal.UnknownKey => "it is signed with another key than the one that is believed.",
            EditionRefusal.BrokenSignature => "the signature is broken: what it signs was changed.",
            EditionRefusal.TooFewWitnesses => "fewer witnesses signed than were asked for.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
