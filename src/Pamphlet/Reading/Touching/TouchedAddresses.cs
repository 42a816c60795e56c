using Pamphlet.Reading.Addresses;

namespace Pamphlet.Reading.Touching;

/// <summary>The pages in place of withdrawn texts, and the table of addresses where a line of it differs.</summary>
internal static class TouchedAddresses
{
    public static void Collect(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var (before, after) = (difference.Before, difference.After);
        var withdrawn = !Same(before.Withdrawn, after.Withdrawn);
        if (withdrawn)
        {
            foreach (var page in before.Withdrawn.Except(after.Withdrawn))
            {
                files.Drop(page.Path);
            }

            files.Write(after.Withdrawn.Except(before.Withdrawn).Select(page => new GonePlan(page)));
        }

        if (withdrawn || !Same(before.Addresses, after.Addresses) || StandingDiffer(difference))
        {
            files.Write(new AddressesPlan());
        }
    }

    private static bool StandingDiffer(CatalogueDifference difference) =>
        !Lines(difference, difference.Before, difference.Old)
            .SetEquals(Lines(difference, difference.After, difference.New));

    private static HashSet<Address> Lines(
        CatalogueDifference difference,
        Catalogue catalogue,
        IReadOnlyList<Card> cards
    ) =>
        [
            .. cards.SelectMany(StandingAddresses.OfDiscussion),
            .. difference
                .Keys(card => card.Tags.Select(tag => tag.Slug))
                .SelectMany(slug => StandingAddresses.OfTag(catalogue, slug)),
            .. difference
                .Keys<DateOnly>(card => [card.Month])
                .SelectMany(month => StandingAddresses.OfMonth(catalogue, month)),
        ];

    private static bool Same<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) =>
        ReferenceEquals(left, right) || left.SequenceEqual(right);
}
