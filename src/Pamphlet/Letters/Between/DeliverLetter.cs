using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Between;

/// <summary>
/// Brings a letter to another paper as a reader would: its list of weeks, its form, and the form filled in. Nothing goes out before
/// the key that answers is the one that was accepted.
/// </summary>
internal static class DeliverLetter
{
    private const long LargestPage = 1 << 20;

    /// <param name="paper">The id that was accepted.</param>
    /// <param name="seal">Seals the letter for the week that is published there.</param>
    /// <returns>No fault: it was taken. With <see cref="PaperFault.OtherKey"/>, whose key answers now.</returns>
    public static Task<(PaperFault? Fault, string OtherKey)> RunAsync(
        SisterLine line,
        Uri address,
        string paper,
        DateOnly today,
        Func<PaperId, EpochKey, byte[]> seal,
        CancellationToken cancel
    ) =>
        line.InTimeAsync<(PaperFault? Fault, string OtherKey)>(
            async soon =>
            {
                var (keys, fault) = await AskPaper.RunAsync(line, address, soon);
                if (keys is null)
                {
                    return (fault, "");
                }

                if (!string.Equals(keys.Signer.Paper.ToString(), paper, StringComparison.Ordinal))
                {
                    return (PaperFault.OtherKey, keys.Signer.Fingerprint);
                }

                return PublishedKeys.For(keys, today) is { } week
                    ? (await SendAsync(line, address, seal(keys.Signer.Paper, week), soon), "")
                    : (PaperFault.NoWeek, "");
            },
            tooSlow: (PaperFault.Slow, ""),
            cancel
        );

    private static async Task<PaperFault?> SendAsync(
        SisterLine line,
        Uri address,
        byte[] armored,
        CancellationToken cancel
    )
    {
        var at = new Uri(address, "letter.html?write");
        var page = await line.Ask(at, null, LargestPage, cancel);
        if (page.Fault is { } silent)
        {
            return silent;
        }

        if (page.Status != StatusCodes.Status200OK)
        {
            return page.Status == StatusCodes.Status503ServiceUnavailable ? PaperFault.Full : PaperFault.NoLetters;
        }

        if (SisterForm.Fill(page.Content, armored) is not { } form)
        {
            return PaperFault.NoLetters;
        }

        var answer = await line.Ask(at, form, LargestPage, cancel);
        return answer.Fault
            ?? (
                answer.Status == StatusCodes.Status200OK && SisterForm.IsTaken(answer.Content)
                    ? null
                    : PaperFault.NotTaken
            );
    }
}
