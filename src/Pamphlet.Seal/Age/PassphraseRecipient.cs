using System.Globalization;
using System.Security.Cryptography;

namespace Pamphlet.Seal.Age;

/// <summary>Whoever knows a passphrase. A file is sealed for it alone, never beside others.</summary>
/// <param name="passphrase">UTF-8, NFC; it stays the caller's, who wipes it after the file's header is written.</param>
/// <param name="work">The logarithm of scrypt's cost: 18 takes about a second and 256 MiB.</param>
public sealed class PassphraseRecipient(SecretBytes passphrase, int work = PassphraseRecipient.DefaultWork)
    : AgeRecipient
{
    /// <summary>What age itself uses.</summary>
    public const int DefaultWork = 18;

    internal override bool IsPostQuantum => true;

    internal override bool IsAlone => true;

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var salt = RandomNumberGenerator.GetBytes(Scrypt.SaltBytes);
        using var wrapKey = new SecretBytes(32);
        Scrypt.Derive(passphrase.Span, salt, work, wrapKey.Span);
        return new Stanza(
            [Scrypt.Kind, Letters64.Write(salt), work.ToString(CultureInfo.InvariantCulture)],
            FileKeyWrap.Wrap(wrapKey.Span, new byte[12], fileKey)
        );
    }
}
