using System.Text.Json;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// What correspondents know of their letters beyond the letters: who answers, notes, drafts, what was answered. One file of one size,
/// sealed to all of them, and within it each week's notes under that week's secret, so that they go with it. Which papers they know
/// belongs to no week.
/// </summary>
internal sealed class Notebook(string path)
{
    /// <summary>Plain bytes, always: how much is written in it is nobody's business.</summary>
    public const int Size = 1 << 20;

    // In place of a week's name.
    private const string Papers = "papers";

    /// <summary>Reads it; an empty one where there is none, or where another ring sealed it.</summary>
    public Notes Read(OpenKeyring ring)
    {
        using var plain = File.Exists(path) ? SealedFile.Open(File.ReadAllBytes(path), ring.Own) : null;
        if (plain is null)
        {
            return new Notes();
        }

        var end = plain.Span.IndexOf((byte)0);
        var text = plain.Span[..(end < 0 ? plain.Length : end)];
        var threads = new List<ThreadNotes>();
        var answers = new List<GivenAnswer>();
        var papers = new List<PaperContact>();
        foreach (var week in JsonSerializer.Deserialize(text, NotesFormat.Plain.ListSealedWeek) ?? [])
        {
            if (string.Equals(week.Week, Papers, StringComparison.Ordinal))
            {
                papers = JsonSerializer.Deserialize(week.Box, NotesFormat.Plain.ListPaperContact) ?? papers;
                continue;
            }

            var opened = Open(ring, week);
            threads.AddRange(opened.Threads);
            answers.AddRange(opened.Answers);
        }

        foreach (var given in answers.GroupBy(answer => answer.Thread, StringComparer.Ordinal))
        {
            var thread = threads.Find(one => string.Equals(one.Thread, given.Key, StringComparison.Ordinal));
            if (thread is null)
            {
                thread = new ThreadNotes { Thread = given.Key, Week = given.Last().Week };
                threads.Add(thread);
            }

            thread.Answers = [.. given.OrderBy(answer => answer.Day)];
        }

        return new Notes { Threads = threads, Papers = papers };
    }

    /// <summary>Overwrites it.</summary>
    public void Destroy()
    {
        foreach (var file in new[] { path, $"{path}.next" }.Where(File.Exists))
        {
            Durable.Destroy(file);
        }
    }

    /// <returns>False: it is full, and nothing was written.</returns>
    public bool Write(OpenKeyring ring, IReadOnlyList<HybridRecipient> recipients, Notes notes)
    {
        var weeks = ring.Epochs.Select(epoch => Close(epoch, notes.Threads)).OfType<SealedWeek>().ToList();
        weeks.Add(
            new SealedWeek(
                Papers,
                JsonSerializer.SerializeToUtf8Bytes(notes.Papers, NotesFormat.Plain.ListPaperContact)
            )
        );
        var text = JsonSerializer.SerializeToUtf8Bytes(weeks, NotesFormat.Plain.ListSealedWeek);
        if (text.Length > Size)
        {
            return false;
        }

        using var plain = new SecretBytes(Size);
        text.CopyTo(plain.Span);
        SealedFile.Write(path, SealedFile.Seal(plain.Span, recipients));
        return true;
    }

    private static WeekNotes Open(OpenKeyring ring, SealedWeek week)
    {
        var epoch = ring.Epochs.FirstOrDefault(one => string.Equals(one.File, week.Week, StringComparison.Ordinal));
        if (epoch is null || WeekCipher.Open(epoch.Identity, week.Box) is not { } text)
        {
            return new WeekNotes([], []);
        }

        var notes = JsonSerializer.Deserialize(text, NotesFormat.Plain.WeekNotes);
        Array.Clear(text);
        return notes ?? new WeekNotes([], []);
    }

    private static SealedWeek? Close(EpochSecret epoch, List<ThreadNotes> notes)
    {
        bool IsOf(string week) => string.Equals(week, epoch.File, StringComparison.Ordinal);
        var own = new WeekNotes(
            [.. notes.Where(one => IsOf(one.Week) && !one.IsEmpty)],
            [.. notes.SelectMany(one => one.Answers).Where(answer => IsOf(answer.Week))]
        );
        if (own.Threads.Count + own.Answers.Count == 0)
        {
            return null;
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(own, NotesFormat.Plain.WeekNotes);
        var box = WeekCipher.Seal(epoch.Identity, text);
        Array.Clear(text);
        return new SealedWeek(epoch.File, box);
    }
}
