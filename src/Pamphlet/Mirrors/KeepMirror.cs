using Pamphlet.Seal;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Mirrors;

/// <summary>Asks again and again, the paper itself and every mirror that its own edition names: any of them will do, for all is checked.</summary>
internal sealed class KeepMirror(Mirror mirror, CopyDoor door, WitnessPaper? witness, TimeProvider time)
{
    private const int MostSources = 16;

    /// <summary>One round.</summary>
    /// <param name="say">Gets what each source was found to be, when it is another than last time.</param>
    public async Task<FollowResult> RoundAsync(Action<Uri, FollowResult> say, CancellationToken cancellationToken)
    {
        FollowResult? first = null;
        foreach (var source in Sources())
        {
            var result = await new FollowPaper(mirror, door, witness, time).RunAsync(source, cancellationToken);
            say(source, result);
            if (
                result.IsGood
                && await new FetchCopies(mirror, door).RunAsync(source, cancellationToken) is { } withoutCopies
            )
            {
                say(source, withoutCopies);
            }

            first ??= result;
            if (result.Finding == FollowFinding.Newer)
            {
                first = result;
            }
        }

        return first!;
    }

    // A signed list may name any address; of the operator's own network it may name none.
    private IEnumerable<Uri> Sources() =>
        new[] { mirror.Wishes.Source }
            .Concat(SisterList.In(mirror.Shelf).Select(sister => sister.Address))
            .Where((address, place) => place == 0 || IsOutside(address) || !IsOutside(mirror.Wishes.Source))
            .Distinct()
            .Take(MostSources);

    private static bool IsOutside(Uri address) =>
        !address.IsLoopback && !System.Net.IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out _);
}
