using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pamphlet.Doctor;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet doctor</c>: looks the machine over, and says of each thing how it is and what mends it.</summary>
internal static class DoctorVerb
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var address = new Option<string?>("--address")
        {
            Description = "Where readers find the paper, to look at it as they do (default: the paper's own --home)",
            HelpName = "URL",
        };
        var json = new Option<bool>("--json") { Description = "Say it for programs" };
        var place = new PlaceOptions();
        var verb = new Command(
            "doctor",
            "Look this machine over: clock, disk, rights, database, proxy, tor, backup, memory"
        )
        {
            address,
            json,
        };
        place.AddTo(verb);
        verb.SetAction(
            (parsed, stop) =>
                RunAsync(place.At(parsed), AddressOf(parsed.GetValue(address)), parsed.GetValue(json), stop)
        );
        return verb;
    }

    private static Uri? AddressOf(string? typed) =>
        typed is null ? null
        : Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new OperatorMistake($"{typed} is no address.", "Write one like --address https://paper.example/");

    private static async Task<int> RunAsync(PaperPlace place, Uri? address, bool isJson, CancellationToken stop)
    {
        var patient = new Patient(place.Folder, place.Database, TimeProvider.System)
        {
            Address = address,
            ProgramPath = Environment.GetEnvironmentVariable("PATH"),
        };
        var findings = await Examine.RunAsync(patient, stop);
        if (isJson)
        {
            Terminal.Say(JsonSerializer.Serialize(findings.Select(Plain), Readable));
        }
        else
        {
            foreach (var finding in findings)
            {
                Say(finding);
            }
        }

        return findings.Any(finding => finding.Verdict == Verdict.Wrong) ? ExitCode.Refused : ExitCode.Done;
    }

    private static void Say(Finding finding)
    {
        Terminal.Say($"{Word(finding.Verdict), -5}  {finding.Subject}: {Terminal.Plain(finding.Said)}");
        if (finding.Remedy.Length > 0)
        {
            Terminal.Say($"           → {Terminal.Plain(finding.Remedy)}");
        }
    }

    private static object Plain(Finding finding) =>
        new
        {
            finding.Subject,
            Verdict = Word(finding.Verdict),
            finding.Said,
            finding.Remedy,
        };

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
