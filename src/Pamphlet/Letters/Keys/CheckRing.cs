using System.Security.Cryptography;
using System.Text;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Seal;

namespace Pamphlet.Letters.Keys;

/// <summary>Opens a correspondent's ring with what they typed: one at a time, for each takes 128 MiB for a moment.</summary>
internal sealed class CheckRing(PostOffice office, Attempts attempts) : IDisposable
{
    public const string Field = "ring-passphrase";

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The name under which an editor has a key.</summary>
    public static string NameOf(EditorId editor) => editor.ToString();

    /// <summary>UTF-8 in one spelling of every letter: whoever types it on another keyboard means the same.</summary>
    public static SecretBytes Bytes(string typed)
    {
        var plain = Encoding.UTF8.GetBytes(typed.Normalize(NormalizationForm.FormC));
        var secret = SecretBytes.From(plain);
        CryptographicOperations.ZeroMemory(plain);
        return secret;
    }

    /// <returns>Null: not their passphrase, no key of theirs, or too many tries.</returns>
    public async Task<OpenKeyring?> OpenAsync(Visit visit, CancellationToken cancel)
    {
        var typed = visit.Form.Raw(Field);
        var name = NameOf(visit.Editor.Id);
        if (typed.Length is 0 or > Passphrase.Longest || !attempts.Take($"ring {name}"))
        {
            return null;
        }

        await turn.WaitAsync(cancel);
        try
        {
            using var passphrase = Bytes(typed);
            return office.Keyring.Open(name, passphrase);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Does what needs scrypt's memory, alone.</summary>
    public async Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
