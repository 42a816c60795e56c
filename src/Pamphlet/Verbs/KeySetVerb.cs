using System.CommandLine;
using System.Globalization;
using System.Text;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet keys draft|sign|adopt</c>: the editors' key set on its way from a draft to the paper.</summary>
internal static class KeySetVerb
{
    private const string FileHelp = "The key set, carried from editor to editor";

    public static Command Draft()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A new file for the draft" };
        var paper = new Option<string>("--paper")
        {
            Description = "The paper's name",
            HelpName = "NAME",
            Required = true,
        };
        var version = new Option<int>("--version-number")
        {
            Description = "1, then one more each time",
            DefaultValueFactory = _ => 1,
        };
        var threshold = new Option<int>("--threshold") { Description = "How many editors must sign", Required = true };
        var editors = new Option<string[]>("--editor")
        {
            Description = "A public key, once an editor",
            Required = true,
        };
        var logs = new Option<string[]>("--log") { Description = "The log key of the server", Required = true };
        var verb = new Command("draft", "Write down which editors decide and which log key may sign")
        {
            file,
            paper,
            version,
            threshold,
            editors,
            logs,
        };
        verb.SetAction(parsed =>
        {
            var text = new KeySet(
                $"{parsed.GetValue(paper)}/keys",
                parsed.GetValue(version),
                parsed.GetValue(threshold),
                [.. parsed.GetValue(editors)!.Select(Key)],
                [.. parsed.GetValue(logs)!.Select(Key)]
            ).ToString();
            if (!KeySet.TryParse(text, out _))
            {
                throw new OperatorMistake(
                    "That is no key set.",
                    "The threshold must be 1 to the number of editors, and no key may stand twice."
                );
            }

            File.WriteAllText(parsed.GetValue(file)!.FullName, text);
            Terminal.Say("Written. Each editor: read it, then pamphlet keys sign FILE --with SECRETFILE.");
            return ExitCode.Done;
        });
        return verb;
    }

    public static Command Sign()
    {
        var file = new Argument<FileInfo>("FILE") { Description = FileHelp };
        var with = new Option<FileInfo>("--with")
        {
            Description = "The file with your secret key",
            HelpName = "FILE",
            Required = true,
        };
        var verb = new Command("sign", "Sign a key set with an editor's key; run it where that key is, offline")
        {
            file,
            with,
        };
        verb.SetAction(parsed => Sign(parsed.GetValue(file)!.FullName, parsed.GetValue(with)!.FullName));
        return verb;
    }

    public static Command Adopt()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A key set that enough editors signed" };
        var place = new PlaceOptions();
        var verb = new Command("adopt", "Let the paper's editions carry a key set from now on") { file };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var folder = new KeySetFolder(Path.Combine(place.In(parsed).Folder, "keysets"));
            var refusal = folder.Add(File.ReadAllBytes(parsed.GetValue(file)!.FullName));
            Terminal.Say(Words(refusal, folder));
            return refusal == KeySetFolder.Refusal.None ? ExitCode.Done : ExitCode.Refused;
        });
        return verb;
    }

    private static int Sign(string file, string secretFile)
    {
        var bytes = File.ReadAllBytes(file);
        var note = SignedNote.TryParse(bytes, out var read) ? read : null;
        var text = note?.Text ?? Encoding.UTF8.GetString(bytes);
        if (!KeySet.TryParse(text, out var set))
        {
            throw new OperatorMistake($"{file} is no key set.", "Make one: pamphlet keys draft");
        }

        if (!SigningKey.TryParse(File.ReadAllText(secretFile).Trim(), out var key))
        {
            throw new OperatorMistake($"{secretFile} holds no secret key.", "It begins with PRIVATE+KEY+");
        }

        using (key)
        {
            var line = key.Sign(text);
            var signedNote = note?.With([line]) ?? SignedNote.Of(text, line);
            File.WriteAllBytes(file, signedNote.ToBytes());
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Signed as {key.Verifier.Name}. Of this set's editors {set.Signatures(signedNote)} have signed, {set.Threshold} must."
                )
            );
        }

        return ExitCode.Done;
    }

    private static VerifierKey Key(string text) =>
        VerifierKey.TryParse(text, out var key) && key.Kind == KeyKind.Note
            ? key
            : throw new OperatorMistake($"{text} is no public key.", "pamphlet keys editor and keys show print them.");

    private static string Words(KeySetFolder.Refusal refusal, KeySetFolder folder) =>
        refusal switch
        {
            KeySetFolder.Refusal.None =>
                $"Adopted. The next edition carries it. Print its fingerprint:  {folder.Newest()!.Hash}",
            KeySetFolder.Refusal.NoKeySet => "Refused: this is no key set.",
            KeySetFolder.Refusal.TooFewNew => "Refused: fewer of its own editors signed than it asks for.",
            KeySetFolder.Refusal.DoesNotFollow =>
                "Refused: it does not follow the one before. Version and name must, and enough of the old editors must have signed too.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
