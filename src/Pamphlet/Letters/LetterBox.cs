using Pamphlet.Letters.Keys;

namespace Pamphlet.Letters;

/// <summary>
/// What a paper's mail lies in: the mailbag with what readers wrote, the same again with what was answered, and the published keys.
/// Both bags come into being with the first keys, full of covers. One at a time reads or writes.
/// </summary>
internal sealed class LetterBox : IDisposable
{
    /// <summary>64 MiB a bag.</summary>
    public const int UsualSheets = 64;

    /// <summary>How many pages of files may lie there whose letters are not whole yet: whoever never finishes closes nothing for words.</summary>
    public const int MostUnfinished = 256;

    private readonly Lock turn = new();
    private readonly string folder;
    private readonly TimeProvider time;
    private readonly int sheets;
    private int unfinished;
    private (DateOnly Day, bool Words, bool Files)? shown;
    private Mailbag? letters;
    private Mailbag? answers;

    private LetterBox(string folder, TimeProvider time, int sheets)
    {
        (this.folder, this.time, this.sheets) = (folder, time, sheets);
        Keys = new PublishedKeys(folder);
    }

    public PublishedKeys Keys { get; }

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>There is a key for a letter that is written today.</summary>
    public bool IsOpen => Keys.For(Today) is not null;

    private string LettersPath => Path.Combine(folder, "mailbag");

    private string AnswersPath => Path.Combine(folder, "answers");

    /// <summary>Opens a paper's letter box; it is empty until its correspondents have published keys.</summary>
    /// <exception cref="InvalidDataException">One of the bags is damaged.</exception>
    public static LetterBox Open(string folder, TimeProvider time, int sheets = UsualSheets)
    {
        var box = new LetterBox(folder, time, sheets);
        if (box.Keys.Read() is not null)
        {
            box.OpenBags();
        }

        return box;
    }

    /// <summary>What correspondents reach of it.</summary>
    public PostOffice Office(int work = Keyring.UsualWork) =>
        new(folder)
        {
            Work = work,
            Published = Keys.Read,
            Publish = (keys, _) => Task.FromResult(Publish(keys)),
            Slots = () => LetterSlots,
            Read = ReadLetter,
            Forget = (before, _) => Task.FromResult(Forget(before)),
            PutAnswer = (page, _) => Task.FromResult(PutAnswer(page)),
        };

    /// <summary>Whether a letter of so many pages can be taken today: asked before anybody writes one.</summary>
    public bool HasRoomFor(int pages)
    {
        lock (turn)
        {
            return letters is not null && Keys.For(Today) is not null && letters.HasRoomFor(pages, Today);
        }
    }

    /// <summary>
    /// What the form says of room, found once a day: asked again and again, the bag itself would tell how much others write.
    /// </summary>
    /// <param name="pages">Of the largest letter.</param>
    public (bool ForWords, bool ForFiles) ShownRoom(int pages)
    {
        lock (turn)
        {
            if (shown is not { } room || room.Day != Today)
            {
                shown = room = (Today, HasRoomFor(1), HasRoomFor(pages));
            }

            return (room.Words, room.Files);
        }
    }

    /// <summary>Writes a sealed page over a cover. It is safe after <see cref="Flush"/>.</summary>
    /// <returns>Null: there is no room, and nothing was written.</returns>
    public MailPlace? Put(ReadOnlySpan<byte> sealedPage)
    {
        lock (turn)
        {
            return letters?.Put(sealedPage, Today);
        }
    }

    /// <summary>The same for a page whose letter is not whole yet: it is finished or taken back.</summary>
    /// <returns>Null: there is no room, or too many are at it.</returns>
    public MailPlace? PutUnfinished(ReadOnlySpan<byte> sealedPage)
    {
        lock (turn)
        {
            if (unfinished >= MostUnfinished || letters?.Put(sealedPage, Today) is not { } place)
            {
                return null;
            }

            unfinished++;
            return place;
        }
    }

    /// <summary>A letter is whole, and on the disk when this returns.</summary>
    /// <param name="pages">How many of its pages were unfinished.</param>
    public void Finish(int pages)
    {
        lock (turn)
        {
            unfinished -= pages;
            Flush();
        }
    }

    // Both bags: which of them was written to last, and when, would say what happened.
    public void Flush()
    {
        lock (turn)
        {
            letters?.Flush();
            answers?.Flush();
        }
    }

    /// <summary>Takes back unfinished pages: of a letter that broke off nothing stays.</summary>
    public void TakeBack(IReadOnlyCollection<MailPlace> places)
    {
        lock (turn)
        {
            unfinished -= places.Count;
            letters?.TakeBack(places);
            answers?.Flush();
        }
    }

    /// <summary>The files are written to at times when nothing came, too.</summary>
    public void Rustle()
    {
        lock (turn)
        {
            letters?.Rustle();
            answers?.Rustle();
        }
    }

    /// <summary>In how many slots an answer may lie: who has a codename tries it on all of them.</summary>
    public int AnswerSlots => answers?.Slots ?? 0;

    /// <summary>Reads as much of a slot of the answers as <paramref name="into"/> holds.</summary>
    public void ReadAnswer(int slot, Span<byte> into)
    {
        lock (turn)
        {
            answers?.Read(slot, into);
        }
    }

    /// <summary>Covers over answers that their reader wants gone.</summary>
    public void DestroyAnswers(IEnumerable<int> slots)
    {
        lock (turn)
        {
            answers?.CoverSlots(slots);
            letters?.Flush();
        }
    }

    public void Dispose()
    {
        letters?.Dispose();
        answers?.Dispose();
    }

    /// <summary>Lays a sealed answer over a cover; false: there is no room.</summary>
    public bool PutAnswer(ReadOnlySpan<byte> sealedPage)
    {
        lock (turn)
        {
            if (answers is null || answers.Put(sealedPage, Today) is null)
            {
                return false;
            }

            Flush();
            return true;
        }
    }

    /// <summary>How many slots the mailbag has.</summary>
    public int LetterSlots => letters?.Slots ?? 0;

    /// <summary>Reads as much of a slot of the mailbag as <paramref name="into"/> holds.</summary>
    public void ReadLetter(int slot, Span<byte> into)
    {
        lock (turn)
        {
            letters?.Read(slot, into);
        }
    }

    /// <summary>Covers over letters of weeks that ended before a day: there is room again.</summary>
    public bool Forget(DateOnly before)
    {
        lock (turn)
        {
            letters?.Forget(before);
            shown = null;
            return true;
        }
    }

    /// <summary>Gives readers another list; null: nobody can write any more. False: a newer one took this one's place.</summary>
    public bool Publish(Pamphlet.Seal.Letters.EpochKeys? keys)
    {
        lock (turn)
        {
            if (keys is not null && Keys.WasReplaced(keys))
            {
                return false;
            }

            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            if (keys is not null)
            {
                OpenBags();
            }
            else
            {
                letters?.Empty(Today);
                answers?.Empty(Today);
            }

            Keys.Write(keys);
            shown = null;
            return true;
        }
    }

    private void OpenBags()
    {
        letters ??= OpenBag(LettersPath);
        answers ??= OpenBag(AnswersPath);
    }

    private Mailbag OpenBag(string path)
    {
        if (!File.Exists(path))
        {
            Mailbag.Make(path, sheets);
        }

        return Mailbag.Open(path, Today);
    }
}
