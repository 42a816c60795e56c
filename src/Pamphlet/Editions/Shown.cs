using Pamphlet.Publications;

namespace Pamphlet.Editions;

/// <summary>Which changes of the database's journal a shelf shows. Each node knows it of its own.</summary>
/// <param name="UpTo">The highest number that it shows.</param>
/// <param name="Missed">Lower numbers that it has not met: of a transaction that was still open when it looked, or that came to nothing.</param>
internal sealed record Shown(long UpTo, IReadOnlyList<long> Missed)
{
    // A transaction that stays open while so many others are saved is met as a change that came late, or not at all.
    private const int Farthest = 1_000;

    public static Shown Nothing { get; } = new(0, []);

    public bool Has(Change change) => change.Number <= UpTo && !Missed.Contains(change.Number);

    /// <summary>What an edition shows that was made with all of a journal.</summary>
    /// <param name="forgotten">Up to this number the journal was cleared.</param>
    /// <param name="isOrdered">Whether numbers are given and saved in one order: SQLite lets one write at a time.</param>
    public Shown With(IReadOnlyList<Change> journal, long forgotten, bool isOrdered)
    {
        var upTo = Math.Max(Math.Max(UpTo, forgotten), journal.Count == 0 ? 0 : journal[^1].Number);
        if (isOrdered)
        {
            return new Shown(upTo, []);
        }

        var met = journal.Select(change => change.Number).ToHashSet();
        var missed = new List<long>(Missed.Where(number => number > upTo - Farthest && !met.Contains(number)));
        for (var number = Math.Max(Math.Max(UpTo, forgotten), upTo - Farthest) + 1; number <= upTo; number++)
        {
            if (!met.Contains(number))
            {
                missed.Add(number);
            }
        }

        return new Shown(upTo, missed);
    }
}
