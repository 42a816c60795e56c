using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Keys;

/// <summary>An epoch is a week, from Monday; so many are published ahead that nobody must come back from a journey for it.</summary>
internal static class EpochWeeks
{
    /// <summary>This week and those after it.</summary>
    public const int Ahead = 8;

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Draws what is missing of the coming weeks, and signs the list that readers get.</summary>
    public static EpochKeys Extend(Keyring ring, OpenKeyring open, DateOnly today)
    {
        ring.Refresh(open);
        var first = Monday(today);
        foreach (var week in Enumerable.Range(0, Ahead).Select(number => first.AddDays(7 * number)))
        {
            if (open.Epochs.All(epoch => epoch.From != week))
            {
                ring.AddEpoch(open, week);
            }
        }

        return Sign(open, first);
    }

    /// <summary>Draws anew what is published from today on: what somebody may have seen opens no further letter.</summary>
    public static EpochKeys Renew(Keyring ring, OpenKeyring open, DateOnly today)
    {
        ring.Refresh(open);
        var first = Monday(today);
        ring.AddEpoch(open, today);
        foreach (var week in Enumerable.Range(1, Ahead - 1).Select(number => first.AddDays(7 * number)))
        {
            ring.AddEpoch(open, week);
        }

        return Sign(open, today);
    }

    // Of one day the newest; what lies behind us is not published, though its letters can still be opened.
    private static EpochKeys Sign(OpenKeyring open, DateOnly from) =>
        EpochKeys.Sign(
            open.Signing,
            [
                .. open
                    .Epochs.Where(epoch => epoch.From >= from)
                    .GroupBy(epoch => epoch.From)
                    .Select(day => day.First())
                    .OrderBy(epoch => epoch.From)
                    .Select(epoch => new EpochKey(epoch.From, epoch.Identity.Recipient)),
            ]
        );
}
