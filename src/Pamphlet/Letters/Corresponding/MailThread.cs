using Pamphlet.Desk.Words;
using Pamphlet.Editors;
using Pamphlet.Letters.Between;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Corresponding;

/// <summary>What one writer sent: letters with the same reply key, or a single one without; or what a paper sent.</summary>
/// <param name="Name">Of a paper its id, whole.</param>
/// <param name="Letters">The newest epoch first; of a paper that has not written, none.</param>
internal sealed record MailThread(string Name, IReadOnlyList<MailLetter> Letters)
{
    /// <summary>Speakable words made of the name, by which correspondents know a writer again.</summary>
    public string Nickname => Passphrase.WordsOf(Convert.FromHexString(Name));

    public bool IsPaper => Name.Length == 2 * PaperId.Size;

    /// <param name="paper">Null: no paper, or one that nobody knows yet.</param>
    public string Title(DeskWords words, PaperContact? paper) =>
        IsPaper
            ? words.Papers.ThreadName.With("name", paper?.Name ?? Nickname)
            : words.Letters.ThreadName.With("name", Nickname);

    public DateOnly Newest => Letters.Count > 0 ? Letters[0].Week : default;

    public DateOnly Oldest => Letters.Count > 0 ? Letters[^1].Week : default;

    public bool WantsAnswer => Letters.Any(letter => letter.First.WantsAnswer);

    public static IReadOnlyList<MailThread> Of(IReadOnlyList<FoundPage> pages) =>
        [
            .. pages
                .GroupBy(page => page.Letter, StringComparer.Ordinal)
                .Select(MailLetter.Of)
                .OfType<MailLetter>()
                .GroupBy(letter => letter.First.Thread, StringComparer.Ordinal)
                .Select(thread => new MailThread(
                    thread.Key,
                    [
                        .. thread
                            .OrderByDescending(letter => letter.Week)
                            .ThenBy(letter => letter.Number, StringComparer.Ordinal),
                    ]
                ))
                .OrderByDescending(thread => thread.Newest)
                .ThenBy(thread => thread.Name, StringComparer.Ordinal),
        ];

    /// <summary>The letters that want an answer and have none; of what was folded away, none.</summary>
    public IReadOnlyList<MailLetter> Unanswered(ThreadNotes notes) =>
        notes.IsFolded
            ? []
            :
            [
                .. Letters.Where(letter =>
                    letter.First.WantsAnswer && !notes.Answered.Contains(letter.Number, StringComparer.Ordinal)
                ),
            ];
}

/// <summary>A letter: its first page, and the pages with its files by their place.</summary>
/// <param name="Number">Random; the same on all its pages.</param>
internal sealed record MailLetter(string Number, FoundPage First, IReadOnlyList<FoundPage> Pages)
{
    /// <summary>The first day of the epoch that it was sealed in: all that is known of when it came.</summary>
    public DateOnly Week => First.Epoch.From;

    /// <summary>Whether all its pages are there: a sender's connection can die, and a bag forgets what is old.</summary>
    public bool IsWhole => First.Count == Pages.Count && Pages[^1].Place == Pages.Count - 1;

    /// <returns>Null: its first page is not there.</returns>
    public static MailLetter? Of(IGrouping<string, FoundPage> pages)
    {
        // What was put in the bag twice is one letter, of the week in which it came first.
        var byPlace = pages
            .OrderBy(page => page.Place)
            .ThenBy(page => page.Epoch.From)
            .DistinctBy(page => page.Place)
            .ToList();
        return byPlace[0] is { Place: 0, Kind: LetterKind.Letter or LetterKind.SealedElsewhere } first
            ? new MailLetter(pages.Key, first, byPlace)
            : null;
    }
}
