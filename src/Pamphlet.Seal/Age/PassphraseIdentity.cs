namespace Pamphlet.Seal.Age;

/// <summary>A passphrase that may open a file.</summary>
/// <param name="passphrase">UTF-8, NFC; it stays the caller's.</param>
/// <param name="maxWork">
/// The highest work factor that is tried: a file could ask for more memory than the machine has. 20 means 1 GiB.
/// </param>
public sealed class PassphraseIdentity(SecretBytes passphrase, int maxWork = PassphraseIdentity.DefaultMaxWork)
    : AgeIdentity
{
    /// <summary>1 GiB and some seconds; age itself writes 18.</summary>
    public const int DefaultMaxWork = 20;

    internal override bool TryUnwrap(Stanza stanza, Span<byte> fileKey)
    {
        if (!string.Equals(stanza.Kind, Scrypt.Kind, StringComparison.Ordinal))
        {
            return false;
        }

        var salt = Argument(stanza, at: 1, count: 3, Scrypt.SaltBytes);
        var work = Work(stanza.Arguments[2]);
        using var wrapKey = new SecretBytes(32);
        Scrypt.Derive(passphrase.Span, salt, work, wrapKey.Span);
        return FileKeyWrap.TryUnwrap(wrapKey.Span, new byte[12], stanza.Body, fileKey);
    }

    private int Work(string text)
    {
        var isNumber = text[0] != '0' && text.All(char.IsAsciiDigit);
        return !isNumber ? throw new AgeRefusedException(AgeRefusal.Stanza)
            : text.Length > 2 || Number(text) > maxWork ? throw new AgeRefusedException(AgeRefusal.TooMuchWork)
            : Number(text);
    }

    private static int Number(string text) => text.Aggregate(0, (number, digit) => (number * 10) + digit - '0');
}
