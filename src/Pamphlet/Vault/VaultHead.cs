using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Pamphlet.Vault;

/// <summary>The file <c>keys/vault</c>: the vault's key, sealed under a secret that lies elsewhere.</summary>
internal sealed record VaultHead(bool IsByOperator, byte[] Salt, byte[] SealedKey)
{
    private const string Title = "pamphlet vault 1";
    private const int SaltSize = 16;

    private static readonly PasswordBasedKeyDerivationAlgorithm Stretch = PasswordBasedKeyDerivationAlgorithm.Argon2id(
        new Argon2Parameters
        {
            DegreeOfParallelism = 1,
            MemorySize = 64 * 1024,
            NumberOfPasses = 3,
        }
    );

    public static VaultHead Seal(bool isByOperator, byte[] secret, byte[] key)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        return new VaultHead(isByOperator, salt, SecretBox.Seal(Derive(isByOperator, secret, salt), Title, key));
    }

    public static bool TryParse(byte[] bytes, [NotNullWhen(true)] out VaultHead? head)
    {
        head = null;
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines.Length != 5 || !string.Equals(lines[0], Title, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            var parsed = new VaultHead(
                string.Equals(lines[1], "by operator", StringComparison.Ordinal),
                Convert.FromBase64String(lines[2]["salt ".Length..]),
                Convert.FromBase64String(lines[3]["key ".Length..])
            );
            head = parsed.Salt.Length == SaltSize && parsed.ToBytes().AsSpan().SequenceEqual(bytes) ? parsed : null;
        }
        catch (Exception damage) when (damage is FormatException or ArgumentOutOfRangeException)
        {
            return false;
        }

        return head is not null;
    }

    /// <returns>The vault's key, or null: the secret is another.</returns>
    public byte[]? Open(byte[] secret) => SecretBox.Open(Derive(IsByOperator, secret, Salt), Title, SealedKey);

    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
            $"{Title}\nby {(IsByOperator ? "operator" : "machine")}\nsalt {Convert.ToBase64String(Salt)}\nkey {Convert.ToBase64String(SealedKey)}\n"
        );

    // A machine's secret is random already: stretching it would only make every start slower.
    private static byte[] Derive(bool isByOperator, byte[] secret, byte[] salt) =>
        isByOperator
            ? Stretch.DeriveBytes(secret, salt, SecretBox.KeySize)
            : HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretBox.KeySize, salt, Encoding.UTF8.GetBytes(Title));
}
