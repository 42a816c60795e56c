using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Pamphlet.Letters;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet bench-data mail</c>: what a mailbag costs to make, to write into and to open, and an answer to seal and to find.</summary>
internal static class BenchMail
{
    private const int Letters = 100;

    // As many weeks as a bag keeps, and this one.
    private const int Weeks = Mailbag.WeeksKept + 1;

    public static Command Create()
    {
        var slots = new Option<int>("--slots") { DefaultValueFactory = _ => 1024 };
        var verb = new Command("mail") { slots };
        verb.SetAction(parsed =>
        {
            var folder = Directory.CreateTempSubdirectory("pamphlet-mail-");
            try
            {
                Run(folder.FullName, Math.Max(1, parsed.GetValue(slots) / Mailbag.SlotsInASheet));
            }
            finally
            {
                folder.Delete(recursive: true);
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static void Run(string folder, int sheets)
    {
        using var box = LetterBox.Open(folder, TimeProvider.System, sheets);
        var ring = new Keyring(Path.Combine(folder, "keys"), work: 10);
        using var passphrase = SecretBytes.From("a passphrase for measuring"u8);
        using var open = ring.Make(RingOptions.Me, passphrase);
        for (var week = 1; week < Weeks; week++)
        {
            ring.AddEpoch(open, EpochWeeks.Monday(box.Today).AddDays(-7 * week));
        }

        var keys = EpochWeeks.Extend(ring, open, box.Today);
        Say($"both bags of {sheets * Mailbag.SlotsInASheet} slots made", 1, () => box.Publish(keys));
        using var writer = HybridIdentity.Create();
        var recipient = box.Keys.For(box.Today)!.Recipient;
        var most = Math.Min(Letters, (sheets - 1) * Mailbag.SlotsInASheet);
        Say("letters sealed and put, each flushed", most, () => Put(box, recipient, writer.Recipient, open));
        using var sorted = new SortedMail();
        var office = box.Office();
        var found = 0;
        Say($"mailbag opened with {Weeks} weeks' keys", 1, () => found = sorted.Sort(office, open, box.Today).Count);
        Say("mailbag opened again", 1, () => sorted.Sort(office, open, box.Today));
        var answer = Array.Empty<byte>();
        Say(
            "answers signed and sealed",
            100,
            () => answer = SignedAnswer.Seal(open.Signing, writer.Recipient, new byte[LetterPage.IdBytes], "answer"u8)
        );
        box.PutAnswer(answer);
        Say("answers looked through for one codename's key", 1, () => Look(box, writer));
        Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"found: {found} thread"));
    }

    private static void Put(LetterBox box, HybridRecipient recipient, HybridRecipient replyKey, OpenKeyring open)
    {
        using var content = LetterContent.Write(""u8, "words"u8, []);
        using var page = LetterPage.Write(
            LetterKind.Letter,
            open.Signing.Public.Paper,
            RandomNumberGenerator.GetBytes(LetterPage.IdBytes),
            place: 0,
            count: 1,
            replyKey,
            content.Span
        );
        if (box.Put(page.SealFor(recipient)) is null)
        {
            throw new InvalidOperationException("The bag is full.");
        }

        box.Flush();
    }

    private static void Look(LetterBox box, HybridIdentity writer)
    {
        var page = new byte[LetterPage.SealedBytes];
        var hits = 0;
        for (var slot = 0; slot < box.AnswerSlots; slot++)
        {
            box.ReadAnswer(slot, page);
            hits += LetterPage.FindKey(page, [writer]) == 0 ? 1 : 0;
        }

        if (hits != 1)
        {
            throw new InvalidOperationException("The answer was not found.");
        }
    }

    private static void Say(string what, int times, Action work)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            work();
        }

        var each = clock.Elapsed.TotalMilliseconds / times;
        Terminal.Say(
            string.Create(CultureInfo.InvariantCulture, $"{what, -52} {each, 10:F2} ms   {1000 / each, 8:F1} a second")
        );
    }
}
