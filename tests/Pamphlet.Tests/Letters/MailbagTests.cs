using System.Security.Cryptography;
using Pamphlet.Letters;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Tests.Letters;

public sealed class MailbagTests : IDisposable
{
    private const int Sheets = 4;
    private static readonly DateOnly Today = new(2026, 11, 25);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-mailbag-");
    private readonly HybridIdentity epoch = HybridIdentity.Create();
    private readonly PaperId paper = PaperId.Of("a paper"u8);

    public MailbagTests()
    {
        Mailbag.Make(Bag, Sheets);
    }

    private string Bag => Path.Combine(folder.FullName, "mailbag");

    public void Dispose()
    {
        epoch.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_was_put_is_found_after_the_program_was_started_again()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("first"u8), Today);
            bag.Flush();
        }

        using (var bag = Mailbag.Open(Bag, Today.AddDays(1)))
        {
            bag.Put(Page("second"u8), Today.AddDays(1));
            bag.Flush();
        }

        Assert.Equal(["first", "second"], Letters());
    }

    [Fact]
    public void Two_lives_leave_the_same_disk_but_for_what_nobody_can_read()
    {
        var other = Path.Combine(folder.FullName, "other");
        Mailbag.Make(other, Sheets);
        using (var silent = Mailbag.Open(other, Today))
        {
            silent.Rustle();
        }

        using (var busy = Mailbag.Open(Bag, Today))
        {
            for (var i = 0; i < Mailbag.SlotsInASheet; i++)
            {
                busy.Put(Page("a letter"u8), Today);
            }

            busy.Flush();
        }

        var (a, b) = (new FileInfo(Bag), new FileInfo(other));
        Assert.Equal((a.Length, a.LastWriteTimeUtc, a.UnixFileMode), (b.Length, b.LastWriteTimeUtc, b.UnixFileMode));
        Assert.Equal(DateTime.UnixEpoch, a.LastWriteTimeUtc);
        Assert.Equal(Beginning(Bag), Beginning(other));
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact]
    public void Weeks_that_are_forgotten_leave_covers_and_room_and_later_ones_stay()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("first"u8), Today);
            bag.Put(Page("second"u8), Today.AddDays(7));
            bag.Put(Page("third"u8), Today.AddDays(14));
            Assert.False(bag.HasRoomFor(2 * Mailbag.SlotsInASheet, Today.AddDays(14)));

            bag.Forget(Today.AddDays(8));

            Assert.True(bag.HasRoomFor(2 * Mailbag.SlotsInASheet, Today.AddDays(14)));
        }

        Assert.Equal(["third"], Letters());
    }

    [Fact]
    public void Every_slot_looks_like_every_other()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("a letter"u8), Today);
            bag.Flush();
        }

        using var read = Mailbag.Open(Bag, Today);
        Assert.All(
            read.Pages(),
            page =>
            {
                Assert.True(AgeHeader.TryRead(page.Span, out var header, out _));
                Assert.Equal((1627, "mlkem768x25519"), (header.Length, Assert.Single(header.Kinds)));
            }
        );
    }

    [Fact]
    public void A_full_bag_says_so_before_anything_is_written_and_loses_nothing()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            for (var i = 0; i < bag.Slots; i++)
            {
                Assert.True(bag.HasRoomFor(bag.Slots - i, Today));
                Assert.NotNull(bag.Put(Page("kept"u8), Today));
            }

            Assert.False(bag.HasRoomFor(1, Today));
            Assert.Null(bag.Put(Page("too much"u8), Today));
            bag.Flush();
        }

        Assert.Equal(Enumerable.Repeat("kept", Sheets * Mailbag.SlotsInASheet), Letters());
    }

    [Fact]
    public void What_is_older_than_is_kept_makes_room_and_nothing_younger_does()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("old"u8), Today);
            bag.Flush();
        }

        using (var bag = Mailbag.Open(Bag, Today.AddDays(7 * Mailbag.WeeksKept)))
        {
            Assert.Equal(["old"], Letters(bag));
        }

        using (var bag = Mailbag.Open(Bag, Today.AddDays(7 * (Mailbag.WeeksKept + 1))))
        {
            Assert.Empty(Letters(bag));
        }
    }

    [Fact]
    public void Of_a_letter_that_broke_off_nothing_stays()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("whole"u8), Today);
            var slots = Enumerable.Range(0, 5).Select(_ => bag.Put(Page("half"u8), Today)!.Value).ToList();
            bag.TakeBack(slots);
        }

        Assert.Equal(["whole"], Letters());
    }

    [Fact]
    public void A_letter_that_breaks_off_late_takes_nothing_of_others()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            var half = Enumerable.Range(0, 5).Select(_ => bag.Put(Page("half"u8), Today)!.Value).ToList();
            var later = Today.AddDays(7);
            bag.Put(Page("later"u8), later);
            bag.Forget(Today.AddDays(1));
            var others = Mailbag.SlotsInASheet * 2;
            for (var i = 1; i < others; i++)
            {
                Assert.NotNull(bag.Put(Page("later"u8), later));
            }

            bag.TakeBack(half);
        }

        Assert.Equal(Enumerable.Repeat("later", Mailbag.SlotsInASheet * 2), Letters());
    }

    [Fact]
    public void What_is_taken_back_makes_room_again_in_every_sheet_of_this_week()
    {
        using var bag = Mailbag.Open(Bag, Today);
        bag.Put(Page("whole"u8), Today);
        var half = Fill(bag);

        bag.TakeBack(half);
        var again = Fill(bag);

        Assert.True(half.Count > Mailbag.SlotsInASheet);
        Assert.Equal(half.Count, again.Count);
    }

    [Fact]
    public void What_is_taken_back_of_a_sheet_of_last_week_makes_no_room_in_it()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            var half = Enumerable.Range(0, 5).Select(_ => bag.Put(Page("half"u8), Today)!.Value).ToList();
            var later = Today.AddDays(7);
            bag.Put(Page("later"u8), later);
            bag.TakeBack(half);
            bag.TakeBack(half);
            for (var i = 1; i < Mailbag.SlotsInASheet; i++)
            {
                bag.Put(Page("later"u8), later);
            }

            bag.Forget(Today.AddDays(1));
        }

        Assert.Equal(Enumerable.Repeat("later", Mailbag.SlotsInASheet), Letters());
    }

    [Fact]
    public void Rustling_changes_no_byte_of_a_page_whether_letter_or_cover()
    {
        using var bag = Mailbag.Open(Bag, Today);
        bag.Put(Page("a letter"u8), Today);
        var before = bag.Pages().Select(page => page.ToArray()).ToList();

        bag.Rustle();

        Assert.Equal(before, bag.Pages().Select(page => page.ToArray()));
    }

    [Fact]
    public void What_the_correspondents_have_fetched_is_gone()
    {
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("fetched"u8), Today);
            bag.Empty(Today);
            Assert.True(bag.HasRoomFor(bag.Slots, Today));
        }

        Assert.Empty(Letters());
    }

    [Fact]
    public void A_power_cut_at_any_moment_costs_no_letter_that_was_safe()
    {
        byte[] before;
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("safe"u8), Today);
            bag.Flush();
        }

        before = File.ReadAllBytes(Bag);
        using (var bag = Mailbag.Open(Bag, Today))
        {
            bag.Put(Page("on its way"u8), Today);
            bag.Flush();
        }

        var after = File.ReadAllBytes(Bag);

        // Each half-written state there can be, page by page of 4 KiB and sector by sector in the head, in both orders.
        foreach (var cut in Cuts(before, after))
        {
            byte[] forwards = [.. after[..cut], .. before[cut..]];
            byte[] backwards = [.. before[..cut], .. after[cut..]];
            foreach (var state in new[] { forwards, backwards })
            {
                File.WriteAllBytes(Bag, state);
                Assert.Contains("safe", Letters());
            }
        }
    }

    [Fact]
    public void What_is_no_mailbag_does_not_open()
    {
        File.WriteAllBytes(Bag, RandomNumberGenerator.GetBytes(MailbagHead.Bytes * 2));

        Assert.Throws<InvalidDataException>(() => Mailbag.Open(Bag, Today));
    }

    private static byte[] Beginning(string path) => File.ReadAllBytes(path)[..MailbagHead.Bytes];

    private static IEnumerable<int> Cuts(byte[] before, byte[] after)
    {
        var changed = Enumerable
            .Range(0, before.Length / 512)
            .Where(sector => !before.AsSpan(sector * 512, 512).SequenceEqual(after.AsSpan(sector * 512, 512)))
            .ToList();
        return changed.Where((sector, at) => sector < 128 || at % 256 == 3).Select(sector => (sector * 512) + 100);
    }

    private byte[] Page(ReadOnlySpan<byte> text)
    {
        using var page = LetterPage.Write(
            LetterKind.Letter,
            paper,
            RandomNumberGenerator.GetBytes(LetterPage.IdBytes),
            place: 0,
            count: 1,
            replyKey: null,
            text
        );
        return page.SealFor(epoch.Recipient);
    }

    private List<string> Letters()
    {
        using var bag = Mailbag.Open(Bag, Today);
        return Letters(bag);
    }

    private List<MailPlace> Fill(Mailbag bag)
    {
        var places = new List<MailPlace>();
        while (bag.Put(Page("half"u8), Today) is { } place)
        {
            places.Add(place);
        }

        return places;
    }

    private List<string> Letters(Mailbag bag)
    {
        var found = new List<string>();
        foreach (var sealedPage in bag.Pages())
        {
            if (LetterPage.TryOpen(sealedPage, epoch, paper, out var page))
            {
                found.Add(System.Text.Encoding.UTF8.GetString(page.Content));
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }
}
