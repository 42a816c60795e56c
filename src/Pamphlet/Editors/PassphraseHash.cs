using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NSec.Cryptography;

namespace Pamphlet.Editors;

/// <summary>
/// Argon2id over a passphrase, then HKDF: one branch is kept to know it again
/// (<c>$argon2id$v=19$m=32768,t=3,p=1$salt$hash</c>), the other is a key that is kept nowhere. A copied database costs its thief
/// 32 MiB and three passes a guess, and what the key seals costs the same.
/// </summary>
internal sealed class PassphraseHash : IPasswordHasher<Editor>
{
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int Memory = 32 * 1024;
    private const int Passes = 3;

    private static readonly string Head = string.Create(
        CultureInfo.InvariantCulture,
        $"$argon2id$v=19$m={Memory},t={Passes},p=1$"
    );

    private static readonly PasswordBasedKeyDerivationAlgorithm Argon2 = PasswordBasedKeyDerivationAlgorithm.Argon2id(
        new Argon2Parameters
        {
            DegreeOfParallelism = 1,
            MemorySize = Memory,
            NumberOfPasses = Passes,
        }
    );

    /// <summary>Nobody's. A name that nobody has is tried against it, so that it takes as long as one that somebody has.</summary>
    public static string OfNobody { get; } = Head + Base64(new byte[SaltLength]) + "$" + Base64(new byte[HashLength]);

    public string HashPassword(Editor user, string password)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        System.Security.Cryptography.RandomNumberGenerator.Fill(salt);
        return Head + Base64(salt) + "$" + Base64(Branch(Stretch(password, salt), "to know it again"));
    }

    public PasswordVerificationResult VerifyHashedPassword(
        Editor user,
        string hashedPassword,
        string providedPassword
    ) =>
        KeyOf(hashedPassword, providedPassword) is not null
            ? PasswordVerificationResult.Success
            : PasswordVerificationResult.Failed;

    /// <summary>The key that only this passphrase makes, if it is the right one; else null.</summary>
    /// <exception cref="FormatException">The row holds something else: not the visitor's fault.</exception>
    public static byte[]? KeyOf(string hashed, string passphrase)
    {
        if (!hashed.StartsWith(Head, StringComparison.Ordinal))
        {
            throw new FormatException("A passphrase's hash is of a kind that this version does not know.");
        }

        var parts = hashed[Head.Length..].Split('$');
        var stretched = Stretch(passphrase, FromBase64(parts[0]));
        var isOf = CryptographicOperations.FixedTimeEquals(Branch(stretched, "to know it again"), FromBase64(parts[1]));
        var key = Branch(stretched, "to seal with it");
        return isOf ? key : null;
    }

    // Composed letters: the same «ế» from a phone and from a desktop is the same.
    private static byte[] Stretch(string passphrase, ReadOnlySpan<byte> salt) =>
        Argon2.DeriveBytes(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), salt, HashLength);

    private static byte[] Branch(byte[] stretched, string purpose) =>
        HKDF.Expand(
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            stretched,
            HashLength,
            Encoding.UTF8.GetBytes($"pamphlet passphrase: {purpose}")
        );

    private static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] FromBase64(string text) =>
        Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
