namespace Pamphlet.Editors;

/// <summary>Whether this is somebody's passphrase: one at a time, for each takes 32 MiB for a moment.</summary>
internal sealed class CheckPassphrase : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

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

    public void Dispose() => turn.Dispose();
}
