namespace Pamphlet.Letters.Between;

/// <summary>How this desk reaches other papers: over Tor where there is one, and at addresses that an editor named.</summary>
/// <param name="Home">Where this paper is written to, as this desk knows it; null: what the paper's settings say.</param>
/// <param name="IsDirect">Without Tor: who watches the line sees which papers are visited.</param>
internal sealed record SisterLine(AskSister Ask, string? Home, bool IsDirect)
{
    /// <summary>For a whole delivery: an onion takes its time, and nobody waits for ever before a page.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Does something with another paper, or says that it took too long.</summary>
    public async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> work, T tooSlow, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        try
        {
            return await work(late.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return tooSlow;
        }
    }
}

/// <summary>Asks a paper for a page, or sends it a form. What comes back is bounded in bytes and in time.</summary>
internal delegate Task<SisterAnswer> AskSister(Uri address, SentForm? form, long most, CancellationToken cancel);

/// <param name="Type">Of the content, with its boundary.</param>
internal sealed record SentForm(byte[] Content, string Type);

/// <param name="Status">Of HTTP; 0 where nothing came.</param>
internal sealed record SisterAnswer(int Status, byte[] Content, PaperFault? Fault);
