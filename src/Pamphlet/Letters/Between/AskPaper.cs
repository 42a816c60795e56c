using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Between;

/// <summary>Fetches the list of weeks that another paper publishes: by it a paper is known, and to it letters are sealed.</summary>
internal static class AskPaper
{
    private const long LargestList = 300 * 1024;

    public static async Task<(EpochKeys? Keys, PaperFault? Fault)> RunAsync(
        SisterLine line,
        Uri address,
        CancellationToken cancel
    )
    {
        var came = await line.Ask(new Uri(address, "letters/epochs"), null, LargestList, cancel);
        return came.Fault is { } fault ? (null, fault)
            : came.Status == StatusCodes.Status200OK && EpochKeys.TryRead(came.Content, out var keys) ? (keys, null)
            : (null, PaperFault.NoLetters);
    }
}
