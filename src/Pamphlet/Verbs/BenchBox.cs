using System.CommandLine;
using System.Globalization;
using Pamphlet.Letters;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet bench-data box</c>: opens letters in a paper's folder while it is not served, and counts afterwards what lies there.</summary>
internal static class BenchBox
{
    public static Command Create()
    {
        var place = new PlaceOptions();
        var keys = new Option<DirectoryInfo>("--keys") { Required = true };
        var verb = new Command("box") { keys };
        place.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var ring = new Keyring(parsed.GetValue(keys)!.FullName, work: 10);
            using var passphrase = SecretBytes.From("a passphrase for measuring"u8);
            using var box = LetterBox.Open(Path.Combine(place.In(parsed).Folder, "letters"), TimeProvider.System);
            if (ring.IsMade)
            {
                using var open = ring.Open(RingOptions.Me, passphrase)!;
                Count(box, open);
                return ExitCode.Done;
            }

            using var made = ring.Make(RingOptions.Me, passphrase);
            box.Publish(EpochWeeks.Extend(ring, made, box.Today));
            return ExitCode.Done;
        });
        return verb;
    }

    private static void Count(LetterBox box, OpenKeyring ring)
    {
        var page = new byte[LetterPage.SealedBytes];
        var found = new List<FoundPage>();
        for (var slot = 0; slot < box.LetterSlots; slot++)
        {
            box.ReadLetter(slot, page);
            foreach (var epoch in ring.Epochs)
            {
                if (LetterPage.TryOpen(page, epoch.Identity, ring.Signing.Public.Paper, out var opened))
                {
                    using (opened)
                    {
                        found.Add(FoundPage.Of(opened, epoch));
                    }
                }
            }
        }

        var whole = MailThread.Of(found).SelectMany(thread => thread.Letters).Where(letter => letter.IsWhole).ToList();
        var stray = found.Count - whole.Sum(letter => letter.Pages.Count);
        Terminal.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{whole.Count} whole letters, {stray} pages of no whole letter"
            )
        );
    }
}
