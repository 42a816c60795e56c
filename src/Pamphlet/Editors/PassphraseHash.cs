using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NSec.Cryptography;

namespace Pamphlet.Editors;

/// <summary>
/// Argon2id over a passphrase, written as other programs write it: <c>$argon2id$v=19$m=32768,t=3,p=1$salt$hash</c>. A copied
/// database must cost its thief 32 MiB and three passes a guess.
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
        return Head + Base64(salt) + "$" + Base64(Stretch(password, salt));
    }

    public PasswordVerificationResult VerifyHashedPassword(
        Editor user,
        string hashedPassword,
        string providedPassword
    ) =>
        IsOf(hashedPassword, providedPassword) ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;

    /// <exception cref="FormatException">The row holds something else: not the visitor's fault.</exception>
    public static bool IsOf(string hashed, string passphrase)
    {
        if (!hashed.StartsWith(Head, StringComparison.Ordinal))
        {
            throw new FormatException("A passphrase's hash is of a kind that this version does not know.");
        }

        var parts = hashed[Head.Length..].Split('$');
        var stretched = Stretch(passphrase, FromBase64(parts[0]));
        return CryptographicOperations.FixedTimeEquals(stretched, FromBase64(parts[1]));
    }

    // Composed letters: the same «ế» from a phone and from a desktop is the same.
    private static byte[] Stretch(string passphrase, ReadOnlySpan<byte> salt) =>
        Argon2.DeriveBytes(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), salt, HashLength);

    private static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] FromBase64(string text) =>
        Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
