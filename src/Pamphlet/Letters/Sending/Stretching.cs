using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Sending;

/// <summary>
/// Makes reply keys of codenames. Each costs 64 MiB and 0.2 s of a processor: two at once, so that a crowd waits and does not stop
/// the paper.
/// </summary>
internal sealed class Stretching : IDisposable
{
    private readonly SemaphoreSlim turn = new(2);

    public async Task<HybridIdentity> RunAsync(Codename codename, PaperId paper, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => codename.ReplyKey(paper), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
