using System.CommandLine;
using System.Globalization;
using Pamphlet.Editors;
using Pamphlet.Letters;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet letters keys …</c>: made, published ahead, put on paper and destroyed where no server is.</summary>
internal static class LetterKeysVerb
{
    public static Command Create() =>
        new("keys", "Make, publish, back up and destroy the keys; run it on a machine that is not the server")
        {
            Make(),
            Ahead(),
            Paper(),
            Destroy(),
        };

    private static Command Make()
    {
        var ring = new RingOptions();
        var words = new Option<bool>("--from-paper") { Description = "Bring the signing key back from 27 words" };
        var output = Output();
        var verb = new Command("make", "Make the paper's keys for letters") { words, output };
        ring.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var keys = ring.Ring(parsed);
            if (keys.IsMade)
            {
                throw new OperatorMistake(
                    $"There are keys in {ring.Folder(parsed)} already.",
                    "More weeks: pamphlet letters keys ahead"
                );
            }

            using var seed = parsed.GetValue(words) ? FromPaper() : null;
            var drawn = Passphrase.Draw();
            var typed = Terminal.AskSecret($"A passphrase (empty for a drawn one, 2^{Passphrase.DrawnBits} tries): ");
            var isDrawn = typed.Length == 0;
            if (!isDrawn && Passphrase.Judge(typed) != PassphraseVerdict.Good)
            {
                throw new OperatorMistake(
                    "That passphrase would be guessed.",
                    "Take at least 15 letters, or leave it empty."
                );
            }

            if (isDrawn)
            {
                Terminal.Say($"Passphrase, for paper:  {drawn}");
            }

            Directory.CreateDirectory(
                ring.Folder(parsed),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            using var passphrase = CheckRing.Bytes(isDrawn ? drawn : typed);
            using var open = keys.Make(RingOptions.Me, passphrase, seed);
            Say(EpochWeeks.Extend(keys, open, Today), ring.Folder(parsed), parsed.GetValue(output));
            Terminal.Say("Then put the signing key on paper:  pamphlet letters keys paper");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Ahead()
    {
        var ring = new RingOptions();
        var renew = new Option<bool>("--renew") { Description = "Replace all of them: somebody may have seen them" };
        var output = Output();
        var verb = new Command("ahead", "Draw the keys of the coming weeks, and sign the list for the paper")
        {
            renew,
            output,
        };
        ring.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var open = ring.Open(parsed);
            var keys = ring.Ring(parsed);
            Say(
                parsed.GetValue(renew) ? EpochWeeks.Renew(keys, open, Today) : EpochWeeks.Extend(keys, open, Today),
                ring.Folder(parsed),
                parsed.GetValue(output)
            );
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Paper()
    {
        var ring = new RingOptions();
        var verb = new Command("paper", "Show the signing key as 27 words and dots, to be written on paper");
        ring.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var open = ring.Open(parsed);
            var words = PaperWords.Write(open.SigningSeed);
            Terminal.Say(EditorKeyVerb.Picture(string.Join(' ', words)));
            foreach (var line in words.Select((word, at) => $"{at + 1, 2} {word, -9}").Chunk(3))
            {
                Terminal.Say(string.Join("  ", line));
            }

            Terminal.Say($"Fingerprint:  {open.Signing.Public.Fingerprint}");
            Terminal.Say("They sign keys and answers, and open no letter. Write them down, then clear this screen.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Destroy()
    {
        var ring = new RingOptions();
        var before = new Option<string>("--before")
        {
            Description = "Weeks that began before this day",
            HelpName = "YYYY-MM-DD",
            Required = true,
        };
        var verb = new Command("destroy", "Destroy the keys of past weeks, and their letters with them") { before };
        ring.AddTo(verb);
        verb.SetAction(parsed =>
        {
            if (
                !DateOnly.TryParseExact(
                    parsed.GetValue(before),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    default,
                    out var day
                )
            )
            {
                throw new OperatorMistake("That is no day.", "Write it like --before 2026-11-23");
            }

            var keys = ring.Ring(parsed);
            var old = keys.EpochFiles.Where(epoch => epoch.From < day).ToList();
            keys.Destroy(old.Select(epoch => epoch.File));
            Terminal.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{old.Count} keys are destroyed; {keys.EpochFiles.Count} are left. Nobody opens the letters of those weeks."
                )
            );
            return ExitCode.Done;
        });
        return verb;
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static Option<FileInfo?> Output() =>
        new("--out") { Description = "A file for the signed list (default: the terminal)", HelpName = "FILE" };

    private static SecretBytes FromPaper()
    {
        using var typed = RingOptions.Ask("The 27 words: ");
        return PaperWords.TryRead(typed.Span, out var seed, out var word)
            ? seed
            : throw new OperatorMistake(
                word > 0
                    ? string.Create(CultureInfo.InvariantCulture, $"Word {word} is none of the list.")
                    : "These are not the 27 words of one key.",
                "Look at the paper again."
            );
    }

    private static void Say(EpochKeys keys, string folder, FileInfo? file)
    {
        new PublishedKeys(folder).Write(keys);
        if (file is null)
        {
            Terminal.Say(System.Text.Encoding.ASCII.GetString(keys.Text.Span));
        }
        else
        {
            File.WriteAllBytes(file.FullName, keys.Text.Span);
        }

        Terminal.Say($"Fingerprint:  {keys.Signer.Fingerprint}");
        Terminal.Say(
            $"Paste the list{(file is null ? "" : $" in {file.Name}")} at the paper's desk under «Keys for letters»."
        );
    }
}
