using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>
/// The second thing that somebody must have: an authenticator's secret, sealed under a key that only their passphrase makes
/// (a copied database shows it to nobody), and codes on paper for the day the phone is gone, of which hashes are kept.
/// </summary>
internal sealed class SecondStep(UserManager<Editor> editors, UsedCodes used, Attempts attempts, TimeProvider time)
{
    private const string Provider = "pamphlet";
    private const string SecretName = "authenticator";
    private const string PaperName = "paper codes";
    private const int PaperCodes = 8;
    private const int TagLength = 16;
    private const int NonceLength = 12;

    // No 0, 1, I, L, O, U: what is copied by hand is read again by hand.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="key">What the passphrase makes: <see cref="PassphraseHash.KeyOf"/>.</param>
    /// <param name="tries">Whose tries a wrong code takes: those of the account, but in a browser of its editor's own.</param>
    /// <returns>True too where no second step was set up.</returns>
    public async Task<bool> PassesAsync(Editor editor, byte[] key, string typed, string tries)
    {
        if (!editor.TwoFactorEnabled)
        {
            return true;
        }

        if (typed.Length == 0 || !attempts.TakeCode(tries) || !await IsRightAsync(editor, key, typed))
        {
            return false;
        }

        attempts.GiveCodeBack(tries);
        return true;
    }

    private async Task<bool> IsRightAsync(Editor editor, byte[] key, string typed)
    {
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var secret = Open(key, await ReadAsync(editor, SecretName));
        return secret is not null && Totp.StepOf(secret, code, time.GetUtcNow()) is { } step
            ? used.IsFirstUse(editor.Id, step)
            : await SpendPaperCodeAsync(editor, code);
    }

    /// <summary>From now on both are asked.</summary>
    /// <returns>The codes for paper: shown once, kept nowhere.</returns>
    public async Task<IReadOnlyList<string>> SetUpAsync(Editor editor, byte[] key, byte[] secret)
    {
        string[] codes = [.. Enumerable.Range(0, PaperCodes).Select(_ => DrawPaperCode())];
        await WriteAsync(editor, SecretName, Seal(key, secret));
        await WriteAsync(editor, PaperName, string.Join(' ', codes.Select(code => HashOf(editor, code))));
        (await editors.SetTwoFactorEnabledAsync(editor, enabled: true)).MustSucceed();
        return [.. codes.Select(code => $"{code[..4]} {code[4..8]} {code[8..12]} {code[12..]}")];
    }

    public async Task TakeAwayAsync(Editor editor)
    {
        (await editors.RemoveAuthenticationTokenAsync(editor, Provider, SecretName)).MustSucceed();
        (await editors.RemoveAuthenticationTokenAsync(editor, Provider, PaperName)).MustSucceed();
        (await editors.SetTwoFactorEnabledAsync(editor, enabled: false)).MustSucceed();
    }

    /// <summary>A new passphrase makes a new key.</summary>
    public async Task SealAnewAsync(Editor editor, byte[] oldKey, byte[] newKey)
    {
        if (editor.TwoFactorEnabled && Open(oldKey, await ReadAsync(editor, SecretName)) is { } secret)
        {
            await WriteAsync(editor, SecretName, Seal(newKey, secret));
        }
    }

    private async Task<bool> SpendPaperCodeAsync(Editor editor, string code)
    {
        if (code.Length != 16)
        {
            return false;
        }

        var kept = (await ReadAsync(editor, PaperName)).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!kept.Remove(HashOf(editor, code)))
        {
            return false;
        }

        // Two who spend one code at once: the row's second writer finds another stamp, and is refused.
        await WriteAsync(editor, PaperName, string.Join(' ', kept));
        return true;
    }

    private async Task<string> ReadAsync(Editor editor, string name) =>
        await editors.GetAuthenticationTokenAsync(editor, Provider, name) ?? "";

    private async Task WriteAsync(Editor editor, string name, string value) =>
        (await editors.SetAuthenticationTokenAsync(editor, Provider, name, value)).MustSucceed();

    private static string DrawPaperCode() => new([.. RandomNumberGenerator.GetItems<char>(Letters, 16)]);

    // 78 random bits: a slow hash would add nothing. The editor's id, so that equal codes of two look different.
    private static string HashOf(Editor editor, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{editor.Id} {code}")));

    private static string Seal(byte[] key, byte[] secret)
    {
        var box = new byte[NonceLength + secret.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            box.AsSpan(0, NonceLength),
            secret,
            box.AsSpan(NonceLength, secret.Length),
            box.AsSpan(NonceLength + secret.Length)
        );
        return Convert.ToBase64String(box);
    }

    private static byte[]? Open(byte[] key, string sealedText)
    {
        var box = Convert.FromBase64String(sealedText);
        if (box.Length <= NonceLength + TagLength)
        {
            return null;
        }

        var secret = new byte[box.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(
                box.AsSpan(0, NonceLength),
                box.AsSpan(NonceLength, secret.Length),
                box.AsSpan(NonceLength + secret.Length),
                secret
            );
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            // Somebody changed the row; the paper codes still open.
            return null;
        }
    }
}

/// <summary>The last step of which each editor used a code: a code that was seen over a shoulder does not open again.</summary>
internal sealed class UsedCodes
{
    private readonly ConcurrentDictionary<EditorId, long> last = new();

    public bool IsFirstUse(EditorId editor, long step)
    {
        while (true)
        {
            if (!last.TryGetValue(editor, out var before))
            {
                if (last.TryAdd(editor, step))
                {
                    return true;
                }
            }
            else if (step <= before)
            {
                return false;
            }
            else if (last.TryUpdate(editor, step, before))
            {
                return true;
            }
        }
    }
}
