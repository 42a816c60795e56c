namespace Pamphlet.Editors;

/// <summary>
/// Whether this is somebody's passphrase: one at a time, for each takes 32 MiB for a moment. Strangers stand in a line of their own,
/// and of them one at a time comes in: who is signed in, or in a browser that was let in before, waits for one of them at most.
/// </summary>
internal sealed class CheckPassphrase : IDisposable
{
    // Half a minute of work on a slow machine: whoever comes last still gets an answer before their browser gives up.
    private const int LongestLine = 64;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim line = new(1, 1);
    private int inLine;

    /// <param name="editor">Null: a name that nobody has. It costs the same work as one that somebody has.</param>
    /// <returns>The key that the passphrase makes, or null: it is not the one.</returns>
    public async Task<byte[]?> KeyAsync(Editor? editor, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length > Passphrase.Longest)
        {
            return null;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            var key = PassphraseHash.KeyOf(editor?.PasswordHash ?? PassphraseHash.OfNobody, typed);
            return editor is null ? null : key;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>As <see cref="KeyAsync"/>, for a browser that nobody knows.</summary>
    /// <returns>Its answer; or that nothing was looked at, for too many stand in line.</returns>
    public async Task<(bool IsTooMany, byte[]? Key)> KeyOfStrangerAsync(
        Editor? editor,
        string typed,
        CancellationToken cancellationToken
    )
    {
        if (Interlocked.Increment(ref inLine) > LongestLine)
        {
            Interlocked.Decrement(ref inLine);
            return (true, null);
        }

        try
        {
            await line.WaitAsync(cancellationToken);
            try
            {
                return (false, await KeyAsync(editor, typed, cancellationToken));
            }
            finally
            {
                line.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inLine);
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        line.Dispose();
    }
}
