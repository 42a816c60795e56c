using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters;

/// <summary>One file of equal slots, each with a sealed page or a cover, and nothing on the disk that tells which.</summary>
/// <remarks>One process has it open. Its methods are called by one at a time.</remarks>
internal sealed class Mailbag : IDisposable
{
    public const int SlotsInASheet = 16;
    public const int WeeksKept = 5;

    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private readonly SafeFileHandle file;
    private readonly MailbagHead head;

    // Which slots of the open sheet hold covers: known to this run of the program and to nobody else.
    private readonly List<long> free = [];

    // By sheet: how often this run of the program covered it. What was put before is not there any more, and is nobody's to take back.
    private readonly int[] openings;
    private int week;
    private int open = -1;

    private Mailbag(SafeFileHandle file, MailbagHead head)
    {
        this.file = file;
        this.head = head;
        openings = new int[head.Sheets];
    }

    /// <summary>How many slots there are.</summary>
    public int Slots => head.Sheets * SlotsInASheet;

    /// <summary>The week of a day, from 1 on.</summary>
    public static int WeekOf(DateOnly day) => Math.Max(1, (day.DayNumber - FirstDay.DayNumber) / 7);

    /// <summary>Makes a bag full of covers at <paramref name="path"/>: whole, or not at all.</summary>
    /// <param name="sheets">Sheets of 1 MiB; with 5 weeks kept, 64 are enough for a paper that is started twice a day.</param>
    public static void Make(string path, int sheets)
    {
        var unfinished = $"{path}.unfinished";
        using (var made = OpenFile(unfinished, FileMode.Create, Size(sheets)))
        {
            for (var slot = 0; slot < sheets * SlotsInASheet; slot++)
            {
                RandomAccess.Write(made, LetterPage.Cover(), At(slot));
            }

            var empty = MailbagHead.Empty(sheets);
            Write(made, empty);
            Write(made, empty);
            HideTimes(made);
        }

        File.Move(unfinished, path, overwrite: false);
    }

    /// <summary>Opens a bag and, whether or not a letter will come, its next sheet.</summary>
    /// <exception cref="InvalidDataException">No mailbag, or another length than its head says.</exception>
    public static Mailbag Open(string path, DateOnly today)
    {
        var opened = OpenFile(path, FileMode.Open, size: 0);
        var bytes = new byte[MailbagHead.Bytes];
        var read = RandomAccess.Read(opened, bytes, 0);
        var found = read == bytes.Length ? MailbagHead.Read(bytes) : null;
        if (found is null || RandomAccess.GetLength(opened) != Size(found.Sheets))
        {
            opened.Dispose();
            throw new InvalidDataException("This file is no mailbag.");
        }

        var bag = new Mailbag(opened, found);
        bag.MendTornSlots();
        bag.OpenSheet(today);
        return bag;
    }

    /// <summary>Whether a letter of this many pages would find its place: asked before anybody writes one.</summary>
    public bool HasRoomFor(int pages, DateOnly today)
    {
        TurnWeek(today);
        var sheets = Enumerable.Range(0, head.Sheets).Count(sheet => head.IsFree(sheet, week, WeeksKept));
        return free.Count + (sheets * SlotsInASheet) >= pages;
    }

    /// <summary>Writes a sealed page over a cover at a random place. It is safe after <see cref="Flush"/>.</summary>
    /// <returns>Null: the bag is full, and nothing was written.</returns>
    public MailPlace? Put(ReadOnlySpan<byte> sealedPage, DateOnly today)
    {
        if (sealedPage.Length != LetterPage.SealedBytes)
        {
            throw new ArgumentException("A page has one length, sealed.", nameof(sealedPage));
        }

        TurnWeek(today);
        if (free.Count == 0 && !OpenSheet(today))
        {
            return null;
        }

        var chosen = RandomNumberGenerator.GetInt32(free.Count);
        var at = free[chosen];
        free.RemoveAt(chosen);
        RandomAccess.Write(file, sealedPage, at);
        var slot = (int)((at - MailbagHead.Bytes) / LetterPage.SealedBytes);
        return new MailPlace(slot, openings[slot / SlotsInASheet]);
    }

    /// <summary>Takes back what <see cref="Put"/> wrote: of a letter that broke off nothing stays.</summary>
    /// <remarks>
    /// A sheet may have been covered and opened again meanwhile: what lies in the slot now is somebody else's, and stays. Only slots in
    /// sheets of this week are free again, for a letter of this week in an older sheet would be forgotten with it; but all of those, or
    /// whoever sends large files and never finishes would close the bag.
    /// </remarks>
    public void TakeBack(IEnumerable<MailPlace> places)
    {
        foreach (var (slot, opening) in places)
        {
            var (sheet, at) = (slot / SlotsInASheet, At(slot));
            if (openings[sheet] != opening)
            {
                continue;
            }

            RandomAccess.Write(file, LetterPage.Cover(), at);
            if (head.OpenedIn(sheet) == week && !free.Contains(at))
            {
                free.Add(at);
            }
        }

        Flush();
    }

    /// <summary>Covers over what lies in these slots. They are free again with their sheet, and not before.</summary>
    public void CoverSlots(IEnumerable<int> slots)
    {
        foreach (var slot in slots)
        {
            RandomAccess.Write(file, LetterPage.Cover(), At(slot));
        }

        Flush();
    }

    /// <summary>Everything that was put is on the disk when this returns.</summary>
    public void Flush()
    {
        RandomAccess.FlushToDisk(file);
        HideTimes(file);
    }

    /// <summary>
    /// Writes the open sheet as it is, letters and covers: the file is written to at times when no letter came, too.
    /// Fresh covers would say of everything that did not change that it is a letter.
    /// </summary>
    public void Rustle()
    {
        var page = new byte[LetterPage.SealedBytes];
        for (var slot = open * SlotsInASheet; open >= 0 && slot < (open + 1) * SlotsInASheet; slot++)
        {
            Read(slot, page);
            RandomAccess.Write(file, page, At(slot));
        }

        Flush();
    }

    /// <summary>Every page and cover, slot by slot, for whoever has the keys.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pages()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            var page = new byte[LetterPage.SealedBytes];
            Read(slot, page);
            yield return page;
        }
    }

    /// <summary>The beginning of a slot, as much as <paramref name="into"/> holds.</summary>
    public void Read(int slot, Span<byte> into) => RandomAccess.Read(file, into, At(slot));

    /// <summary>The correspondents have everything: covers over all of it, and all sheets but the open one are free.</summary>
    public void Empty(DateOnly today)
    {
        for (var sheet = 0; sheet < head.Sheets; sheet++)
        {
            Cover(sheet);
        }

        RandomAccess.FlushToDisk(file);
        for (var sheet = 0; sheet < head.Sheets; sheet++)
        {
            head.Free(sheet);
        }

        OpenSheet(today);
        Write(file, head);
        HideTimes(file);
    }

    /// <summary>
    /// Covers over the sheets of weeks that ended before a day, and they are free: their keys were destroyed, and nobody opens what
    /// lies in them.
    /// </summary>
    public void Forget(DateOnly before)
    {
        for (var sheet = 0; sheet < head.Sheets; sheet++)
        {
            if (sheet == open || head.OpenedIn(sheet) is 0 || LastDay(head.OpenedIn(sheet)) >= before)
            {
                continue;
            }

            Cover(sheet);
            head.Free(sheet);
        }

        RandomAccess.FlushToDisk(file);

        // Both copies: the older one would go on saying which weeks there were.
        Write(file, head);
        Write(file, head);
        HideTimes(file);
    }

    public void Dispose() => file.Dispose();

    private static DateOnly LastDay(int week) => FirstDay.AddDays((7 * week) + 6);

    private static long Size(int sheets) => MailbagHead.Bytes + ((long)sheets * SlotsInASheet * LetterPage.SealedBytes);

    private static long At(int slot) => MailbagHead.Bytes + ((long)slot * LetterPage.SealedBytes);

    private static SafeFileHandle OpenFile(string path, FileMode mode, long size)
    {
        var handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None, preallocationSize: size);
        File.SetUnixFileMode(handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return handle;
    }

    private static void Write(SafeFileHandle file, MailbagHead head)
    {
        var (copy, at) = head.NextCopy();
        RandomAccess.Write(file, copy, at);
        RandomAccess.FlushToDisk(file);
    }

    // The file's own times would be a list with one entry: the last letter.
    private static void HideTimes(SafeFileHandle file)
    {
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        File.SetLastAccessTimeUtc(file, DateTime.UnixEpoch);
    }

    private void TurnWeek(DateOnly today)
    {
        if (WeekOf(today) != week)
        {
            OpenSheet(today);
        }
    }

    private bool OpenSheet(DateOnly today)
    {
        week = WeekOf(today);
        free.Clear();
        open = -1;
        var sheet = head.FindFree(week, WeeksKept);
        if (sheet < 0)
        {
            return false;
        }

        // What lay here is older than is kept. It goes before the head says so: else a crash would leave it as if it were new.
        Cover(sheet);
        free.AddRange(Enumerable.Range(sheet * SlotsInASheet, SlotsInASheet).Select(At));
        RandomAccess.FlushToDisk(file);
        open = sheet;
        head.Open(sheet, week);
        Write(file, head);
        HideTimes(file);
        return true;
    }

    private void Cover(int sheet)
    {
        openings[sheet]++;
        for (var slot = sheet * SlotsInASheet; slot < (sheet + 1) * SlotsInASheet; slot++)
        {
            RandomAccess.Write(file, LetterPage.Cover(), At(slot));
        }
    }

    // Half a page is no age file, and would say that somebody was writing when the power went.
    private void MendTornSlots()
    {
        var beginning = new byte[2048];
        for (var slot = 0; slot < Slots; slot++)
        {
            RandomAccess.Read(file, beginning, At(slot));
            if (!Seal.Age.AgeHeader.TryRead(beginning, out _, out _))
            {
                RandomAccess.Write(file, LetterPage.Cover(), At(slot));
            }
        }
    }
}
