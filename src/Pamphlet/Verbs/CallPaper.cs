using System.Text;
using Pamphlet.Letters.Calling;
using Pamphlet.Seal.Letters;
using Pamphlet.Signing.Fetching;

namespace Pamphlet.Verbs;

/// <summary>A correspondent's calls to the server that holds the mail. What was fetched stays in memory.</summary>
/// <param name="signing">The key that signs the calls, and opens no letter: it stays when the letters are locked.</param>
internal sealed class CallPaper(Uri site, CopyDoor door, LettersIdentity signing, Outbox outbox)
{
    // 4,096 sheets of a MiB are the most that a mailbag can have; nobody's is so large.
    private const long MostMail = 1L << 30;

    private byte[] mail = [];

    public int Slots => mail.Length / LetterPage.SealedBytes;

    private Uri Address => new(site, TakeCalls.Path);

    public void Read(int slot, Span<byte> into) => mail.AsSpan(slot * LetterPage.SealedBytes, into.Length).CopyTo(into);

    /// <summary>Fetches the whole mailbag, so that nobody learns which letter is read.</summary>
    /// <returns>Null: it is here; else one sentence for the operator.</returns>
    public async Task<string?> FetchAsync(CancellationToken cancel)
    {
        var came = await CallAsync(TakeCalls.Fetch.ToArray(), MostMail, cancel);
        if (!came.IsGood)
        {
            return Why(came);
        }

        if (came.Content.Length == 0 || came.Content.Length % LetterPage.SealedBytes != 0)
        {
            return "What came is no mailbag.";
        }

        mail = came.Content;
        return null;
    }

    /// <summary>
    /// Brings as many pages as always, answers or covers: who watches the line sees the same whether or not anything was answered.
    /// </summary>
    /// <returns>Null: it is done; else one sentence for the operator.</returns>
    public async Task<string?> BringAsync(CancellationToken cancel)
    {
        var pages = outbox.Next();
        if (!(await CallAsync(TakeCalls.AnswersBody(pages), most: 64, cancel)).IsGood)
        {
            return "What was answered did not get there; it waits for the next round.";
        }

        outbox.Sent(pages);
        return null;
    }

    /// <summary>Fetches and brings: what happens every half hour, whether or not anybody reads or answers.</summary>
    /// <inheritdoc cref="BringAsync"/>
    public async Task<string?> RoundAsync(CancellationToken cancel) =>
        await FetchAsync(cancel) ?? await BringAsync(cancel);

    /// <summary>Nobody can write any more, and covers lie where letters and answers lay: the keys are destroyed.</summary>
    public async Task<bool> CloseAsync(CancellationToken cancel) =>
        (await CallAsync(TakeCalls.Close.ToArray(), most: 64, cancel)).IsGood;

    public async Task<bool> PublishAsync(EpochKeys keys, CancellationToken cancel) =>
        (await CallAsync(TakeCalls.EpochsBody(keys), most: 64, cancel)).IsGood;

    public async Task<bool> ForgetAsync(DateOnly before, CancellationToken cancel) =>
        (await CallAsync(TakeCalls.ForgetBody(before), most: 64, cancel)).IsGood;

    private static string Why(Fetched came) =>
        came switch
        {
            { Fault: FetchFault.Slow } => "The paper did not answer in time.",
            { Fault: not FetchFault.None } => "The paper cannot be reached.",
            { Status: 404 } =>
                "This paper has no letters, or no keys were published yet: paste your list at its desk first.",
            { Status: 403 } => "The paper knows other keys than these.",
            _ => "The paper did not understand.",
        };

    private async Task<Fetched> CallAsync(byte[] body, long most, CancellationToken cancel)
    {
        var given = await door.GetAsync(Address, most: 256, cancel);
        if (!given.IsGood)
        {
            return given;
        }

        Span<byte> challenge = stackalloc byte[SignedCall.ChallengeBytes];
        var text = Encoding.ASCII.GetString(given.Content).Trim();
        return Convert.TryFromBase64String(text, challenge, out var length) && length == SignedCall.ChallengeBytes
            ? await PostAsync(SignedCall.Write(signing, challenge, body), most, cancel)
            : Fetched.Failed(FetchFault.Garbled);
    }

    private Task<Fetched> PostAsync(byte[] call, long most, CancellationToken cancel) =>
        door.PostAsync(Address, call, most, cancel);
}
