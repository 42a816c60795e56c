using Pamphlet.Forms;
using Pamphlet.Reading.Words;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Sending;

/// <summary>What is wrong with a sent letter, each with what to do about it.</summary>
internal static class LetterChecks
{
    /// <param name="letter">Null: letters are not open.</param>
    public static FormFaults Of(HttpRequest request, SentFields sent, ArrivingLetter? letter, Phrasebook words)
    {
        var said = words.Letters;
        var faults = new List<FormFault>();
        if (letter is null)
        {
            return new FormFaults([new FormFault(said.NotOpen)]);
        }

        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            faults.Add(new FormFault(words.Forms.Stale));
        }

        // A field that only a machine fills.
        if (!sent["site"].IsEmpty)
        {
            faults.Add(new FormFault(words.Forms.LeaveEmpty, "site"));
        }

        if (letter.IsFull)
        {
            faults.Add(new FormFault(said.FullMeanwhile));
        }

        if (letter.IsBusy)
        {
            faults.Add(new FormFault(words.Forms.Busy));
        }

        if (letter.IsTooLarge)
        {
            faults.Add(new FormFault(TooLarge(words), WriteLetter.FilesField));
        }

        if (letter.IsBroken)
        {
            faults.Add(new FormFault(said.Broken, WriteLetter.FilesField));
        }

        if (WordsFault(sent, letter, words) is { } fault)
        {
            faults.Add(new FormFault(fault, WriteLetter.WordsField));
        }

        if (sent[WriteLetter.SubjectField].Length > LetterContent.LongestSubject)
        {
            faults.Add(new FormFault(said.TooLong, WriteLetter.SubjectField));
        }

        return faults.Count == 0 ? FormFaults.None : new FormFaults(faults);
    }

    /// <summary>How much fits, as the form and its faults say it.</summary>
    public static string TooLarge(Phrasebook words) =>
        words.Letters.TooLarge.With("count", Count(words), "size", Size(words));

    public static string Count(Phrasebook words) => words.Number(LetterContent.MostFiles);

    public static string Size(Phrasebook words) => words.Number(ArrivingLetter.MostBytes / 1_000_000);

    private static string? WordsFault(SentFields sent, ArrivingLetter letter, Phrasebook words)
    {
        var typed = sent[WriteLetter.WordsField];
        return sent.IsDamaged ? words.Forms.Damaged
            : sent.IsCut || typed.Length > letter.MostWords ? words.Letters.TooLong
            : SealedBefore.OfWords(typed) == SealedBefore.Verdict.Broken ? words.Letters.Broken
            : typed.Trim(" \t\n"u8).IsEmpty && letter.Files.Count == 0 && !letter.IsTooLarge ? words.Forms.Empty
            : null;
    }
}
